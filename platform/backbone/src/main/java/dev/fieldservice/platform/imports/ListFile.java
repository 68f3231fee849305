package dev.fieldservice.platform.imports;

import dev.fieldservice.platform.csv.CsvReader;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.problems.Refused;
import dev.fieldservice.platform.text.MalformedText;
import dev.fieldservice.platform.text.TakenText;
import java.nio.charset.CharacterCodingException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A list as CSV: the first line names the columns, in any order. Text is taken as in all requests: composed, without blanks around it. */
public record ListFile(String sha256, List<Row> rows) {

    public static final int MOST_ROWS = 20_000;

    /** @param line 1 for the first after the names */
    public record Row(int line, Map<String, String> fields, Optional<Objection> objection) {}

    /** Refused with 422 as a whole where it is no such list; what is wrong with a row is its own matter. */
    static ListFile read(byte[] file, ListColumns known) {
        List<String> columns = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        CsvReader.read(decoded(file), fields -> {
            if (columns.isEmpty()) {
                columns.addAll(columns(fields, known));
            } else if (rows.size() == MOST_ROWS) {
                throw refused("too-many-rows", "At most " + MOST_ROWS + " rows are taken. Send several files.");
            } else {
                rows.add(row(rows.size() + 1, columns, fields));
            }
        });
        if (rows.isEmpty()) {
            throw refused("no-rows", "The first line names the columns, and rows follow.");
        }
        return new ListFile(sha256(file), rows);
    }

    private static String decoded(byte[] file) {
        try {
            return CsvReader.decoded(file);
        } catch (CharacterCodingException notUtf8) {
            throw refused("not-utf-8", "The file is not in UTF-8.");
        }
    }

    private static List<String> columns(List<String> names, ListColumns known) {
        List<String> columns = new ArrayList<>();
        for (String name : names) {
            String column = known.named(name).orElse(null);
            if (column == null || columns.contains(column)) {
                throw refused(
                        "wrong-columns",
                        "The first line names each column once, of " + String.join(", ", known.names()) + ".");
            }
            columns.add(column);
        }
        if (!columns.contains(known.key())) {
            throw refused("wrong-columns", "Without the column " + known.key() + " nobody knows what a row is about.");
        }
        return columns;
    }

    private static Row row(int line, List<String> columns, List<String> fields) {
        if (fields.size() != columns.size()) {
            return new Row(
                    line,
                    Map.of(),
                    Optional.of(new Objection(
                            null,
                            "other-number-of-fields",
                            "It has %d fields, and the first line %d.".formatted(fields.size(), columns.size()))));
        }
        Map<String, String> taken = new HashMap<>();
        for (int at = 0; at < columns.size(); at++) {
            try {
                taken.put(columns.get(at), TakenText.of(fields.get(at)));
            } catch (MalformedText malformed) {
                return new Row(
                        line,
                        taken,
                        Optional.of(new Objection(columns.get(at), "malformed-text", malformed.getMessage())));
            }
        }
        return new Row(line, taken, Optional.empty());
    }

    private static Refused refused(String code, String detail) {
        return new Refusal.RuleViolated(code, detail).refused();
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
