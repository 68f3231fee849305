package dev.fieldservice.platform.mail;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a mail is for, and what its texts may speak of.
 *
 * @param name in addresses and of the files with its texts: {@code templates/mail/<name>.<language>.txt}
 * @param example a value for each name that its texts may use, of the kind that a real one has: a text, a number, a truth, a time or
 *     a list of maps of such
 */
public record MailPurpose(String name, Map<String, Object> example) {

    /** What of a time can be named too. */
    private static final String ZONE = ".zone";

    public MailPurpose {
        example = Map.copyOf(example);
    }

    /** All that can be named; what each entry of a list has, by the name of the list. */
    List<String> names() {
        return example.entrySet().stream()
                .flatMap(value -> names(value.getKey(), value.getValue()))
                .sorted()
                .toList();
    }

    private static Stream<String> names(String name, Object value) {
        return switch (value) {
            case List<?> entries ->
                Stream.concat(
                        Stream.of(name),
                        ((Map<?, ?>) entries.getFirst()).keySet().stream().map(entry -> name + "." + entry));
            case ZonedDateTime time -> Stream.of(name, name + ZONE);
            default -> Stream.of(name);
        };
    }
}
