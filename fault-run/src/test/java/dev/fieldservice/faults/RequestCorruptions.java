package dev.fieldservice.faults;

import static dev.fieldservice.local.Service.TICKET;

import java.util.List;

/** What must not escape the checker of what comes by itself. */
final class RequestCorruptions {

    private RequestCorruptions() {}

    static List<Corruption> all() {
        return List.of(
                new Corruption(
                        "16.",
                        "a mail that nobody has taken",
                        TICKET,
                        "incoming_mail",
                        "delete from incoming_mail where id = (select id from incoming_mail where state = 'TICKET_OPENED' limit 1)"),
                new Corruption("16.", "a mail that was taken twice", TICKET, "incoming_mail", """
                        insert into incoming_mail
                        select gen_random_uuid(), version, state, account, uid_validity, -uid, attempts, message_id, null, from_address,
                               from_name, title, content, reference_ids, sent_at, arrived_at, reason, remark, enclosed, ticket_id, changed_at
                          from incoming_mail where state = 'TICKET_OPENED' limit 1"""),
                new Corruption(
                        "16.",
                        "a mail whose words stand on no ticket",
                        TICKET,
                        "ticket_message",
                        "delete from ticket_message where id = (select id from ticket_message limit 1)"),
                new Corruption("16.", "a ticket of two occurrences", TICKET, "maintenance_occurrence", """
                        insert into maintenance_occurrence
                        select gen_random_uuid(), plan_id, cause || '+', planned_on, due_on, outcome, reason, words, ticket_id, decided_at,
                               over_on, done
                          from maintenance_occurrence where ticket_id is not null limit 1"""),
                new Corruption(
                        "16.",
                        "a ticket that no occurrence has asked for",
                        TICKET,
                        "maintenance_occurrence",
                        "delete from maintenance_occurrence where id = (select id from maintenance_occurrence where ticket_id is not null limit 1)"));
    }
}
