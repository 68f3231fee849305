package dev.fieldservice.ticket.servicetimes;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** By what measured times are put together. */
@Schema(name = "ServiceTimesBy")
public enum ServiceTimesBy {
    /** In which the request was made, by the company's clock. */
    MONTH("to_char(timezone(company.zone, coalesce(t.first_asked_at, t.created_at)), 'YYYY-MM')", "cast(null as text)"),
    /** The one that they were merged into, if they were. */
    CUSTOMER(
            "cast(coalesce(c.merged_into, c.id) as text)",
            "(select k.name from customer k where k.id = coalesce(c.merged_into, c.id))"),
    PRIORITY("t.priority", "cast(null as text)");

    /** SQL. */
    final String key;

    /** SQL of what people call it. */
    final String name;

    ServiceTimesBy(String key, String name) {
        this.key = key;
        this.name = name;
    }
}
