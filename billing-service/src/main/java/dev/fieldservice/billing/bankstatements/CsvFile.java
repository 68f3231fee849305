package dev.fieldservice.billing.bankstatements;

import dev.fieldservice.billing.bankstatements.BankEntry.Objection;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Reads a bank statement as CSV (RFC 4180; by semicolons too). The first line names the columns, in any order: date, amount and
 * currency, and as far as they are known payer, iban, text and reference.
 */
final class CsvFile {

    private static final List<String> NEEDED = List.of("date", "amount", "currency");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final List<String> columns;

    private CsvFile(List<String> columns) {
        this.columns = columns;
    }

    static List<BankEntry> read(byte[] file) {
        List<List<String>> rows = rows(decoded(file));
        List<String> columns = rows.stream().findFirst().orElse(List.of()).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        if (!columns.containsAll(NEEDED)) {
            throw Unreadable.file("The first line names the columns: date, amount and currency at least.");
        }
        CsvFile reading = new CsvFile(columns);
        List<BankEntry> entries = new ArrayList<>();
        rows.subList(1, rows.size()).forEach(row -> entries.add(reading.entry(entries.size() + 1, row)));
        return entries;
    }

    private static String decoded(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw Unreadable.file("The file is not in UTF-8.");
        }
    }

    private BankEntry entry(int row, List<String> fields) {
        if (fields.size() != columns.size()) {
            throw Unreadable.row(
                    row, "it has %d fields, and the first line %d.".formatted(fields.size(), columns.size()));
        }
        BigDecimal amount = Amounts.read(row, field(fields, "amount"));
        LocalDate day = day(row, field(fields, "date"));
        String currency = field(fields, "currency");
        String iban = field(fields, "iban");
        String text = field(fields, "text");
        String reference = field(fields, "reference");
        List<String> identity = List.of(
                reference, day.toString(), amount.toPlainString(), currency, iban, field(fields, "payer"), text);
        return new BankEntry(
                row,
                identity,
                day,
                amount,
                currency,
                orNull(field(fields, "payer")),
                orNull(iban),
                text,
                amount.signum() > 0 ? null : Objection.DEBIT);
    }

    private String field(List<String> fields, String column) {
        int at = columns.indexOf(column);
        return at < 0 ? "" : fields.get(at).strip();
    }

    private static LocalDate day(int row, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            throw Unreadable.row(row, "its date is none, such as 2026-03-12.");
        }
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Lines without anything are left out. */
    private static List<List<String>> rows(String text) {
        char separator = text.lines().findFirst().orElse("").contains(";") ? ';' : ',';
        List<List<String>> rows = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean isQuoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isQuoted) {
                boolean isDoubled = c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
                if (c == '"' && !isDoubled) {
                    isQuoted = false;
                } else {
                    field.append(c);
                    i += isDoubled ? 1 : 0;
                }
            } else if (c == '"' && field.isEmpty()) {
                isQuoted = true;
            } else if (c == separator) {
                fields.add(taken(field));
            } else if (c == '\n') {
                fields.add(taken(field));
                rows.add(List.copyOf(fields));
                fields.clear();
            } else if (c != '\r') {
                field.append(c);
            }
        }
        fields.add(taken(field));
        return Stream.concat(rows.stream(), Stream.of(List.copyOf(fields)))
                .filter(row -> row.stream().anyMatch(each -> !each.isBlank()))
                .toList();
    }

    private static String taken(StringBuilder field) {
        String text = field.toString();
        field.setLength(0);
        return text;
    }
}
