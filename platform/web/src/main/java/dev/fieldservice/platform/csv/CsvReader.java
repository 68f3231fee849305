package dev.fieldservice.platform.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads CSV (RFC 4180) as spreadsheets write it: by commas, or by semicolons where the first line has one. */
public final class CsvReader {

    /** More columns than any list has; of a line that has more one more is handed over, and the others are not kept. */
    public static final int MOST_FIELDS = 500;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String text;
    private final char separator;
    private final Consumer<List<String>> taker;
    private final StringBuilder field = new StringBuilder();
    private List<String> fields = new ArrayList<>();

    private CsvReader(String text, Consumer<List<String>> taker) {
        this.text = text;
        this.separator = text.lines().findFirst().orElse("").contains(";") ? ';' : ',';
        this.taker = taker;
    }

    /** In UTF-8, with a byte order mark or without. */
    public static String decoded(byte[] file) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(file))
                .toString();
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /** Hands over line by line, the first too. Lines without anything are left out. */
    public static void read(String text, Consumer<List<String>> taker) {
        new CsvReader(text, taker).read();
    }

    private void read() {
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
                endField();
            } else if (c == '\n') {
                endLine();
            } else if (c != '\r') {
                field.append(c);
            }
        }
        endLine();
    }

    private void endField() {
        if (fields.size() <= MOST_FIELDS) {
            fields.add(field.toString());
        }
        field.setLength(0);
    }

    private void endLine() {
        endField();
        if (fields.stream().anyMatch(each -> !each.isBlank())) {
            taker.accept(List.copyOf(fields));
        }
        fields = new ArrayList<>();
    }
}
