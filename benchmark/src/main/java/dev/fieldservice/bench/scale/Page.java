package dev.fieldservice.bench.scale;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page in which tables stand between {@code <!-- ./scale NAME -->} and {@code <!-- end -->}; all else is written by people. */
final class Page {

    private static final Pattern TABLE = Pattern.compile("(<!-- \\./scale ([a-z]+) -->\n)[^<]*(<!-- end -->)");

    private Page() {}

    /** @throws IllegalArgumentException when the page wants a table that there is not, or leaves one out */
    static String with(Map<String, String> tables, String page) {
        var wanted = TABLE.matcher(page).results().map(table -> table.group(2)).toList();
        if (wanted.size() != tables.size() || !tables.keySet().containsAll(wanted)) {
            throw new IllegalArgumentException(
                    "The page has tables %s, there are %s".formatted(wanted, tables.keySet()));
        }
        return TABLE.matcher(page)
                .replaceAll(table ->
                        Matcher.quoteReplacement(table.group(1) + tables.get(table.group(2)) + table.group(3)));
    }
}
