package dev.fieldservice.faults;

import static dev.fieldservice.local.Service.BILLING;
import static dev.fieldservice.local.Service.TICKET;

import java.util.List;

/** What must not escape the checker of what is agreed with customers. */
final class AgreementCorruptions {

    private AgreementCorruptions() {}

    static List<Corruption> all() {
        return List.of(
                new Corruption(
                        "19.",
                        "a job under a contract about which nothing is decided",
                        TICKET,
                        "coverage_decision",
                        "delete from coverage_decision where id = (select id from coverage_decision limit 1)"),
                new Corruption("19.", "an hour that is used twice", TICKET, "allowance_entry", """
                        insert into allowance_entry
                        select gen_random_uuid(), contract_id, ticket_id, unit, kind, amount, period_from, at
                          from allowance_entry where kind = 'DEBIT' limit 1"""),
                new Corruption(
                        "19.",
                        "a job that is billed as if nothing were covered",
                        BILLING,
                        "billing_case",
                        "update billing_case set coverage = null where id = (select id from billing_case where coverage is not null limit 1)"),
                new Corruption(
                        "19.",
                        "work that waits for its customer for ever",
                        TICKET,
                        "ticket_order",
                        "update ticket_order set waits_since = hold_changed_at where order_id = (select order_id from ticket_order where hold_changed_at is not null limit 1)"));
    }
}
