package dev.fieldservice.billing.margins;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** By what margins are added up. */
@Schema(name = "MarginBy")
public enum MarginBy {
    JOB("order_id", "cast(s.key as text)", "(select order_number from costed_job where order_id = s.key)"),
    CUSTOMER(
            "customer_id",
            "cast(s.key as text)",
            "(select customer_name from costed_job where customer_id = s.key order by closed_on desc limit 1)"),
    MACHINE(
            "asset_id",
            "cast(s.key as text)",
            "(select asset_name from costed_job where asset_id = s.key order by closed_on desc limit 1)"),
    CONTRACT(
            "contract_id",
            "cast(s.key as text)",
            "(select contract_name from known_ticket where contract_id = s.key order by ticket_id desc limit 1)"),
    MONTH("cast(date_trunc('month', closed_on) as date)", "to_char(s.key, 'YYYY-MM')", "to_char(s.key, 'YYYY-MM')"),
    TECHNICIAN(
            "technician_id",
            "cast(s.key as text)",
            "(select technician_name from cost_item where technician_id = s.key order by performed_on desc limit 1)");

    /** SQL for the key, by which is grouped; null for what belongs to none. */
    final String key;

    /** SQL for the key as it is shown. */
    final String shown;

    /** SQL for what people call it, as it was called last. */
    final String called;

    MarginBy(String key, String shown, String called) {
        this.key = key;
        this.shown = shown;
        this.called = called;
    }

    /** A job is divided among those who worked on it; otherwise it counts as a whole. */
    boolean divides() {
        return this == TECHNICIAN;
    }

    /** Months are of interest one after the other, all others by what they bring in. */
    boolean isInTime() {
        return this == MONTH;
    }
}
