package dev.fieldservice.bench;

import dev.fieldservice.bench.figures.Figure;
import dev.fieldservice.bench.measure.Effort;
import dev.fieldservice.bench.measure.Finding;
import dev.fieldservice.bench.scale.Kept;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What was found, for people to read. */
final class Table {

    private static final String ROW = "%-4s %-74s %9s %9s  %-9s %-6s %s%n";

    private final Effort effort;
    private final List<Row> rows = new ArrayList<>();

    Table(Effort effort) {
        this.effort = effort;
    }

    private record Row(String id, Finding finding) {}

    void add(Figure figure, List<Finding> findings) {
        findings.forEach(finding -> {
            rows.add(new Row(figure.id(), finding));
            System.out.printf("  %s: %s %s%n", finding.what(), finding.ratio(), finding.notes());
        });
    }

    /** For ./scale; what was measured only to see that it works is not kept. */
    void keep(Path checkout) {
        if (effort.scale() == 1) {
            var commit = Commit.of(checkout);
            rows.stream()
                    .filter(row -> !row.finding().kept().isEmpty())
                    .forEach(row -> Kept.add(
                            checkout,
                            row.finding().kept(),
                            "./bench %s, %s, at %s".formatted(row.id(), LocalDate.now(ZoneOffset.UTC), commit)));
        }
    }

    void print() {
        System.out.printf(
                "%nBound and ours in turn, windows of %d s, %d pairs, the first thrown away; durable PostgreSQL, acks=all,"
                        + " %d cores%s.%n",
                effort.window().toSeconds(),
                effort.pairs(),
                Runtime.getRuntime().availableProcessors(),
                effort.scale() == 1 ? "" : "; --quick: only to see that it works");
        System.out.printf(ROW, "", "ours / bound", "median", "worst", "target", "", "our CPU per operation");
        rows.forEach(row -> {
            var finding = row.finding();
            System.out.printf(
                    ROW,
                    row.id(),
                    finding.what(),
                    finding.ratio(),
                    finding.worst(),
                    finding.target(),
                    finding.target().isEmpty() ? "" : finding.reached() ? "met" : "MISSED",
                    finding.cpu());
            finding.notes().forEach(note -> System.out.println("       " + note));
        });
    }
}
