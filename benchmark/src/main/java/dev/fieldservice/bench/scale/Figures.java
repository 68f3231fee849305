package dev.fieldservice.bench.scale;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is known: figures by name, with where each is from. What nobody has measured is not a number ({@link Double#NaN}), and so is
 * all that is worked out of it: nothing is guessed.
 */
public final class Figures {

    private static final Pattern LINE = Pattern.compile("(?m)^([a-z.-]+) = (\\S+) from (.+)$");

    private final String text;
    private final Map<String, Figure> byName = new LinkedHashMap<>();

    /** @param from a file of the working copy with what it says in quotes, a command, or that it was assumed */
    public record Figure(String name, double value, String from) {

        /** As a table says it. */
        String fromWithoutQuotes() {
            return from.replaceAll(" \"[^\"]*\"", "");
        }
    }

    private Figures(String text) {
        this.text = text;
        LINE.matcher(text).results().forEach(line -> {
            var value = line.group(2).equals("-") ? Double.NaN : Double.parseDouble(line.group(2));
            byName.put(line.group(1), new Figure(line.group(1), value, line.group(3)));
        });
    }

    /** @param text lines {@code name = value from where}; {@code -} is a value that nobody has measured */
    public static Figures parse(String text) {
        return new Figures(text);
    }

    /** @throws IllegalArgumentException when there is no such figure, which is something else than one that was not measured */
    public double of(String name, Object... parts) {
        var figure = byName.get(name.formatted(parts));
        if (figure == null) {
            throw new IllegalArgumentException("There is no figure " + name.formatted(parts));
        }
        return figure.value();
    }

    public Map<String, Figure> all() {
        return Map.copyOf(byName);
    }

    /** The same with what was measured since; what is not asked for here is left out. Comments and order stay. */
    public Figures with(Figures newer) {
        return parse(LINE.matcher(text)
                .replaceAll(line -> Matcher.quoteReplacement(
                        newer.byName.containsKey(line.group(1)) ? newer.line(line.group(1)) : line.group())));
    }

    private String line(String name) {
        return LINE.matcher(text)
                .results()
                .filter(line -> line.group(1).equals(name))
                .map(MatchResult::group)
                .collect(Collectors.joining());
    }

    /** As it is written into the file. */
    @Override
    public String toString() {
        return text;
    }
}
