package dev.fieldservice.bench.scale;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** What a run of the bench has measured of the {@link Figures}, in a file of the same form. */
public final class Kept {

    /** In the working copy; each run adds to it what it measured. */
    public static final Path FILE = Path.of("target", "bench", "figures.properties");

    private Kept() {}

    /** @param from which figure of the bench, of which commit, on which day */
    public static void add(Path checkout, Map<String, Double> measured, String from) {
        var file = checkout.resolve(FILE);
        try {
            Files.createDirectories(file.getParent());
            var before = Files.exists(file) ? Files.readString(file) : "";
            var others = before.lines()
                    .filter(line -> !measured.containsKey(line.split(" ", 2)[0]))
                    .map(line -> line + "\n")
                    .collect(Collectors.joining());
            Files.writeString(file, others + lines(measured, from));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String lines(Map<String, Double> measured, String from) {
        return measured.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(figure -> "%s = %s from %s\n".formatted(figure.getKey(), rounded(figure.getValue()), from))
                .collect(Collectors.joining());
    }

    /** What is behind the third digit is chance. */
    private static String rounded(double value) {
        return new BigDecimal(value).round(new MathContext(3)).toPlainString();
    }
}
