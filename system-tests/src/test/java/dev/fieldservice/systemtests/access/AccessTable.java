package dev.fieldservice.systemtests.access;

import dev.fieldservice.local.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What {@code docs/access.md} says. */
public record AccessTable(List<Row> rows) {

    static final String EVERY_SERVICE = "every service";
    static final String GATEWAY = "gateway";

    /** @param section the service that answers, {@link #EVERY_SERVICE} or {@link #GATEWAY} */
    public record Row(String section, String operation, Map<Who, Outcome> cells) {

        Outcome cell(Who who) {
            return cells.get(who);
        }

        /** Somebody of the demo realm who may do this. */
        public String somebodyAllowed() {
            return cells.entrySet().stream()
                    .filter(cell -> cell.getValue() == Outcome.ALLOWED || cell.getValue() == Outcome.OWN_ONLY)
                    .map(cell -> cell.getKey().user())
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("nobody may " + operation));
        }
    }

    public static AccessTable read() {
        try {
            return of(Files.readAllLines(Checkout.find().root().resolve("docs/access.md")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AccessTable of(List<String> lines) {
        var rows = new ArrayList<Row>();
        var section = "";
        List<Who> columns = List.of();
        for (var line : lines) {
            var cells = cells(line);
            if (line.startsWith("## ")) {
                section = line.substring(3).strip();
            } else if (line.startsWith("| operation |")) {
                columns = cells.stream().skip(1).map(Who::titled).toList();
            } else if (line.startsWith("| `")) {
                rows.add(row(section, columns, cells));
            }
        }
        return new AccessTable(List.copyOf(rows));
    }

    private static Row row(String section, List<Who> columns, List<String> cells) {
        if (cells.size() != columns.size() + 1) {
            throw new IllegalArgumentException("docs/access.md: a cell is missing or too many in " + cells);
        }
        var outcomes = new EnumMap<Who, Outcome>(Who.class);
        for (int i = 0; i < columns.size(); i++) {
            outcomes.put(columns.get(i), Outcome.of(cells.get(i + 1)));
        }
        return new Row(section, cells.getFirst().replace("`", ""), outcomes);
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|")).skip(1).map(String::strip).toList();
    }

    /** Those of a service itself and those that all have. */
    public List<Row> of(String service) {
        return rows.stream()
                .filter(row -> row.section().equals(service) || row.section().equals(EVERY_SERVICE))
                .toList();
    }

    public List<Row> ofGateway() {
        return rows.stream().filter(row -> row.section().equals(GATEWAY)).toList();
    }
}
