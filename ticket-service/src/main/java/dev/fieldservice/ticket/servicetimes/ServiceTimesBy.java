package dev.fieldservice.ticket.servicetimes;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** By what measured times are put together. */
@Schema(name = "ServiceTimesBy")
public enum ServiceTimesBy {
    /** In which the request was made, by the company's clock. */
    MONTH("to_char(timezone(company.zone, coalesce(t.first_asked_at, t.created_at)), 'YYYY-MM')", "cast(null as text)"),
    CUSTOMER("cast(t.customer_id as text)", "(select c.name from customer c where c.id = t.customer_id)"),
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
