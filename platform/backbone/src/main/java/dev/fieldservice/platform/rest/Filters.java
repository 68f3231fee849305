package dev.fieldservice.platform.rest;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The filters of a list; those that the caller did not give are left out. Text of a caller's gets in as a parameter only. */
public final class Filters {

    private final StringBuilder where = new StringBuilder();
    private final Map<String, Object> parameters = new HashMap<>();

    private Filters() {}

    public static Filters none() {
        return new Filters();
    }

    public static Filters of(String field, Object value) {
        return none().and(field, value);
    }

    /** @param value null if the caller did not give it */
    public Filters and(String field, Object value) {
        return condition(field + " = :%s", value);
    }

    /** One of the values is enough. @param values empty if the caller gave none */
    public Filters anyOf(String field, Collection<?> values) {
        return condition(field + " in :%s", values == null || values.isEmpty() ? null : values);
    }

    /** @param from null if the caller did not give it */
    public Filters since(String field, Instant from) {
        return condition(field + " >= :%s", from);
    }

    /** @param to null if the caller did not give it */
    public Filters before(String field, Instant to) {
        return condition(field + " < :%s", to);
    }

    /** @param condition HQL with {@code %s} in the place of the parameter's name; never made of what a caller sent */
    public Filters condition(String condition, Object value) {
        if (value != null) {
            String name = "given" + parameters.size();
            where.append(" and ").append(condition.formatted(name));
            parameters.put(name, value);
        }
        return this;
    }

    /**
     * The same in SQL, for columns that only the database knows.
     *
     * @param condition with a {@code ?} wherever the value is meant, without quotes
     */
    public Filters sql(String condition, Object value) {
        String given =
                ", :%1$s".repeat((int) condition.chars().filter(c -> c == '?').count());
        return condition("cast(sql('(" + condition + ")'" + given + ") as Boolean) = true", value);
    }

    /** Every word occurs in the column {@code search_text}, folded as the database folds it. */
    public Filters text(TextSearch search) {
        return text(search, UnaryOperator.identity());
    }

    /** @param where makes of what a row is asked for what is asked for in SQL */
    public Filters text(TextSearch search, UnaryOperator<String> where) {
        Filters narrowed = this;
        for (String word : search.words()) {
            narrowed = narrowed.sql(where.apply("search_text like (select contained(?))"), word);
        }
        return narrowed;
    }

    String where() {
        return where.toString();
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
