package dev.fieldservice.systemtests.access;

import dev.fieldservice.local.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code docs/access.md} says of the ids in bodies. */
record ReferenceTable(List<Row> rows) {

    private static final Pattern ROW =
            Pattern.compile("\\| ([^`|]+) \\| `([A-Z]+ [^`]+)` \\| `([^`]+)` \\| ([^|]+) \\|");
    private static final String KEPT = "kept";

    /**
     * @param at where the id stands in the body
     * @param otherwise what becomes of an id that leads nowhere
     */
    record Row(String operation, String at, String otherwise) {

        boolean isChecked() {
            return !otherwise.startsWith(KEPT);
        }

        String name() {
            return operation + " " + at;
        }
    }

    static ReferenceTable read() {
        try {
            return new ReferenceTable(Files.readAllLines(Checkout.find().root().resolve("docs/access.md")).stream()
                    .map(ROW::matcher)
                    .filter(Matcher::matches)
                    .map(row -> new Row(row.group(2), row.group(3), row.group(4)))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
