package dev.fieldservice.bench.sql;

import dev.fieldservice.bench.measure.Unmeasurable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Turns logged statements into a script for pgbench. Values are written in as they were logged, but what a repetition
 * would make anew (ids, keys, numbers: all that a second log of the same request has otherwise) is made anew in each
 * transaction, the same in all places where it was the same.
 */
final class PgBenchScript {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$(\\d+)\\b");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Above this a text is content and not a name for something. */
    private static final int LONGEST_NAME = 100;

    private final Connection connection;
    private final Set<String> known;
    private final Map<String, Integer> fresh = new LinkedHashMap<>();

    private PgBenchScript(Connection connection, Set<String> known) {
        this.connection = connection;
        this.known = known;
    }

    /**
     * @param again the log of a second request of the same kind
     * @param connection to a database with the same tables, which is asked for the types of parameters
     */
    static String of(
            List<List<LoggedStatement>> transactions, List<List<LoggedStatement>> again, Connection connection) {
        var script = new PgBenchScript(connection, values(again));
        var lines = new ArrayList<String>();
        lines.add("\\set n :n + 1");
        transactions.stream().flatMap(List::stream).map(script::statement).forEach(lines::add);
        return String.join("\n", lines) + "\n";
    }

    private static Set<String> values(List<List<LoggedStatement>> transactions) {
        return transactions.stream()
                .flatMap(List::stream)
                .flatMap(statement -> statement.parameters().stream())
                .flatMap(Optional::stream)
                .flatMap(value -> elements(value).stream())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private String statement(LoggedStatement logged) {
        if (logged.parameters().isEmpty()) {
            return logged.sql() + ";";
        }
        var types = types(logged.sql());
        var values = logged.parameters();
        return PLACEHOLDER
                        .matcher(logged.sql())
                        .replaceAll(found -> Matcher.quoteReplacement(value(
                                values.get(Integer.parseInt(found.group(1)) - 1),
                                types.get(Integer.parseInt(found.group(1)) - 1))))
                + ";";
    }

    private List<String> types(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute("prepare typed as " + sql);
            var types = new ArrayList<String>();
            try (var rows = statement.executeQuery(
                    "select unnest(parameter_types)::text from pg_prepared_statements" + " where name = 'typed'")) {
                while (rows.next()) {
                    types.add(rows.getString(1));
                }
            }
            statement.execute("deallocate typed");
            return types;
        } catch (SQLException e) {
            throw new Unmeasurable("cannot prepare " + sql + ": " + e.getMessage(), e);
        }
    }

    /** In parentheses: a bare cast is not taken everywhere, such as in {@code fetch first … rows}. */
    private String value(Optional<String> parameter, String type) {
        if (parameter.isEmpty()) {
            return "(null::" + type + ")";
        }
        return "(" + (type.endsWith("[]") ? array(parameter.get(), type) : single(parameter.get(), type)) + ")";
    }

    private String array(String text, String type) {
        var elementType = type.substring(0, type.length() - 2);
        if (elements(text).stream().noneMatch(element -> isFresh(element, elementType))) {
            return literal(text) + "::" + type;
        }
        return elements(text).stream()
                .map(element -> single(element, elementType))
                .collect(Collectors.joining(", ", "array[", "]::" + type));
    }

    private String single(String text, String type) {
        return isFresh(text, type) ? "(" + freshly(text) + ")::" + type : literal(text) + "::" + type;
    }

    private boolean isFresh(String text, String type) {
        if (known.contains(text)) {
            return false;
        }
        return switch (type) {
            case "uuid" -> true;
            case "text", "character varying" -> text.length() <= LONGEST_NAME && !text.isEmpty();
            default -> false;
        };
    }

    /** 32 hexadecimal digits that grow with time, as version 7 ids do, so that indexes are filled in the same way. */
    private String freshly(String text) {
        int which = fresh.computeIfAbsent(text, first -> fresh.size() + 1);
        var tail = "%04x".formatted(which) + "000000000000";
        var id = "lpad(to_hex(:n::bigint), 12, '0') || lpad(to_hex(:client_id::int), 4, '7') || '%s'".formatted(tail);
        return UUID.matcher(text).matches() ? id : "rpad(" + id + ", " + Math.max(24, text.length()) + ", '0')";
    }

    private static List<String> elements(String value) {
        return value.startsWith("{") && value.endsWith("}") && !value.contains("\"")
                ? List.of(value.substring(1, value.length() - 1).split(","))
                : List.of(value);
    }

    /** pgbench would take :word for a variable, even within quotes. */
    private static String literal(String text) {
        return "E'"
                + text.replace("\\", "\\\\")
                        .replace("'", "''")
                        .replace(":", "\\x3a")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                + "'";
    }
}
