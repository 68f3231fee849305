package dev.fieldservice.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The table in {@code docs/states.md} that says what each state of a machine means to the other services. */
public final class StatesDocument {

    private static final List<String> SERVICES = List.of("ticket", "dispatch", "workorder", "inventory", "billing");

    private StatesDocument() {}

    /** Each state has a row and there is no other, and each other service has decided what it does about it. */
    public static void check(String machine, String owner, Class<? extends Enum<?>> states) {
        check(
                machine,
                owner,
                Stream.of(states.getEnumConstants()).map(Enum::name).toList());
    }

    /** The same for a machine whose states are no enum. */
    public static void check(String machine, String owner, List<String> states) {
        List<List<String>> table = table(machine);
        List<String> others =
                SERVICES.stream().filter(service -> !service.equals(owner)).toList();
        assertThat(table.getFirst()).as("services beside %s", machine).containsExactlyElementsOf(others(others));
        assertThat(table.stream().skip(2))
                .as("states of %s", machine)
                .extracting(List::getFirst)
                .containsExactlyElementsOf(
                        states.stream().map(state -> "`" + state + "`").toList());
        assertThat(table)
                .as("cells of %s", machine)
                .allSatisfy(row -> assertThat(row).hasSize(others.size() + 1).doesNotContain(""));
    }

    private static List<String> others(List<String> services) {
        return Stream.concat(Stream.of("state"), services.stream()).toList();
    }

    private static List<List<String>> table(String machine) {
        return text().lines()
                .dropWhile(line -> !line.equals("## " + machine))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("|"))
                .map(line -> Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1))
                        .map(String::strip)
                        .toList())
                .toList();
    }

    private static String text() {
        try {
            return Files.readString(Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                    .map(folder -> folder.resolve("docs/states.md"))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
