package dev.fieldservice.bench.sql;

import java.util.List;
import java.util.Optional;

/**
 * A statement as the server logged it.
 *
 * @param sql with {@code $1}, {@code $2} …
 * @param parameters as text; empty for null
 */
record LoggedStatement(String sql, List<Optional<String>> parameters) {

    boolean begins() {
        return is("begin");
    }

    boolean commits() {
        return is("commit");
    }

    private boolean is(String word) {
        return sql.strip().toLowerCase(java.util.Locale.ROOT).startsWith(word);
    }
}
