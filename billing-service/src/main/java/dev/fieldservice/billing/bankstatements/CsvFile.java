package dev.fieldservice.billing.bankstatements;

import dev.fieldservice.billing.bankstatements.BankEntry.Objection;
import dev.fieldservice.platform.csv.CsvReader;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads a bank statement as CSV (RFC 4180; by semicolons too). The first line names the columns, in any order: date, amount and
 * currency, and as far as they are known payer, iban, text and reference.
 */
final class CsvFile {

    private static final List<String> NEEDED = List.of("date", "amount", "currency");

    private final List<String> columns;

    private CsvFile(List<String> columns) {
        this.columns = columns;
    }

    static List<BankEntry> read(byte[] file) {
        List<List<String>> rows = rows(file);
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

    private static List<List<String>> rows(byte[] file) {
        List<List<String>> rows = new ArrayList<>();
        try {
            CsvReader.read(CsvReader.decoded(file), rows::add);
        } catch (CharacterCodingException notUtf8) {
            throw Unreadable.file("The file is not in UTF-8.");
        }
        return rows;
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
}
