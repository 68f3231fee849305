package dev.fieldservice.billing.accounts;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a statement of account as CSV (RFC 4180). */
final class StatementFile {

    private static final List<String> COLUMNS =
            List.of("bookedOn", "kind", "reference", "dueOn", "amount", "balance", "currency");

    /** With these a spreadsheet begins to reckon; an amount may be negative, and is written by us. */
    private static final String FORMULA = "(^|[;,\t\r\n])(?=[=+@\t\r-])";

    private StatementFile() {}

    static String write(Statement statement) {
        Stream<String> head = Stream.of(
                line(COLUMNS.stream()),
                line(Stream.of(
                        statement.from().toString(),
                        "OPENING",
                        "",
                        "",
                        "",
                        statement.opening().amount().toPlainString(),
                        statement.opening().currency())));
        Stream<String> last = Stream.of(line(Stream.of(
                statement.to().toString(),
                "CLOSING",
                "",
                "",
                "",
                statement.closing().amount().toPlainString(),
                statement.closing().currency())));
        return Stream.of(head, statement.entries().stream().map(StatementFile::line), last)
                .flatMap(lines -> lines)
                .collect(Collectors.joining());
    }

    private static String line(Statement.Entry entry) {
        return line(Stream.of(
                entry.bookedOn().toString(),
                entry.kind().name(),
                text(Objects.requireNonNullElse(entry.reference(), "")),
                Objects.toString(entry.dueOn(), ""),
                entry.amount().amount().toPlainString(),
                entry.balance().amount().toPlainString(),
                entry.amount().currency()));
    }

    private static String line(Stream<String> fields) {
        return fields.collect(Collectors.joining(",", "", "\r\n"));
    }

    /** What others have written. */
    static String text(String any) {
        String safe = any.replaceAll(FORMULA, "$1'");
        boolean isPlain = safe.chars().noneMatch(c -> c == ',' || c == ';' || c == '"' || c == '\r' || c == '\n');
        return isPlain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
