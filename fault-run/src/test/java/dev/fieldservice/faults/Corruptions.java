package dev.fieldservice.faults;

import static dev.fieldservice.local.Service.BILLING;
import static dev.fieldservice.local.Service.DISPATCH;
import static dev.fieldservice.local.Service.INVENTORY;
import static dev.fieldservice.local.Service.TICKET;
import static dev.fieldservice.local.Service.WORKORDER;

import java.util.List;
import java.util.stream.Stream;

/** What must not escape the checker; at least one for each invariant about data. */
final class Corruptions {

    private Corruptions() {}

    static Stream<Corruption> all() {
        return Stream.of(
                        whatWasAskedFor(),
                        MoneyCorruptions.all(),
                        StockCorruptions.all(),
                        people(),
                        theEnd(),
                        later(),
                        notices(),
                        reports(),
                        onSite(),
                        RequestCorruptions.all(),
                        FileCorruptions.all(),
                        AgreementCorruptions.all())
                .flatMap(List::stream);
    }

    private static List<Corruption> whatWasAskedFor() {
        return List.of(
                new Corruption(
                        "1a.",
                        "a command whose answer was kept and whose effect was not",
                        TICKET,
                        "customer",
                        "delete from customer where id = (select id from customer order by id limit 1)"),
                new Corruption(
                        "1a.",
                        "a command without its key",
                        BILLING,
                        "idempotency",
                        "delete from idempotency where key = (select key from idempotency order by key limit 1)"),
                new Corruption(
                        "1a.",
                        "a step that was done twice",
                        WORKORDER,
                        "history",
                        "update history set command_id = 'same', subject_id = (select id from work_order limit 1) where action = 'START'"),
                new Corruption(
                        "1a.",
                        "a part that was recorded twice",
                        WORKORDER,
                        "part_usage",
                        "update part_usage set work_order_id = (select work_order_id from part_usage order by id limit 1)"));
    }

    private static List<Corruption> people() {
        return List.of(
                new Corruption(
                        "5.",
                        "a technician at two places",
                        DISPATCH,
                        "appointment",
                        "update appointment set starts_at = (select min(starts_at) from appointment), ends_at = (select max(ends_at) from appointment)"),
                new Corruption(
                        "5.",
                        "a technician who works on two jobs",
                        WORKORDER,
                        "history",
                        "delete from history where action = 'COMPLETE'"),
                new Corruption(
                        "6.",
                        "a reviewer who did the work",
                        WORKORDER,
                        "history",
                        "update history set actor_id = (select involved_ids[1] from work_order w where w.id = subject_id) where action = 'APPROVE'"),
                new Corruption(
                        "6.",
                        "a signature under something else",
                        WORKORDER,
                        "signature",
                        "update signature set content = content || '!'"),
                new Corruption(
                        "7.",
                        "work that was done by a stranger",
                        WORKORDER,
                        "history",
                        "update history set actor_id = gen_random_uuid() where action = 'USE_PART'"),
                new Corruption(
                        "7.",
                        "a foreign job that can be read",
                        WORKORDER,
                        "work_order",
                        "update work_order set involved_ids = '{}', technician_ids = (select array_agg(distinct t) from work_order w, unnest(w.technician_ids) t)"));
    }

    private static List<Corruption> theEnd() {
        return List.of(
                new Corruption(
                        "8.",
                        "a job that stayed on a phone",
                        WORKORDER,
                        "work_order",
                        "update work_order set technician_ids = technician_ids || gen_random_uuid() where state = 'CLOSED'"),
                new Corruption(
                        "9.",
                        "a ticket that is stuck",
                        TICKET,
                        "ticket",
                        "update ticket set state = 'IN_PROGRESS' where id = (select id from ticket where state = 'CLOSED' limit 1)"),
                new Corruption(
                        "+  Topics",
                        "something true that was never told",
                        INVENTORY,
                        "part",
                        "update part set id = gen_random_uuid() where id = (select id from part limit 1)"),
                new Corruption(
                        "+  Topics",
                        "a message that was parked",
                        INVENTORY,
                        "parked_message",
                        "insert into parked_message select gen_random_uuid(), topic, partition, -1, key, type, '{\"ce_id\": \"x\"}', payload, reason, parked_at, null, null from parked_message limit 1"));
    }

    /** None of these is taken up by the services, which are running: it is claimed, not due, or of a kind that nobody knows. */
    private static List<Corruption> later() {
        return List.of(
                new Corruption(
                        "10.",
                        "work that is left claimed",
                        DISPATCH,
                        "errand",
                        errand(
                                "'DELAY_MAIL', 'WAITING'",
                                "now() + interval '1 hour', 1, gen_random_uuid(), null, false")),
                new Corruption(
                        "10.",
                        "work that nobody does",
                        BILLING,
                        "errand",
                        errand("'NOBODYS', 'WAITING'", "now(), 0, null, null, false")),
                new Corruption(
                        "10.",
                        "repeating work that is overdue",
                        TICKET,
                        "errand",
                        errand("'NOBODYS', 'WAITING'", "now() - interval '1 minute', 0, null, null, true")),
                new Corruption(
                        "10.",
                        "work that was given up without a reason",
                        DISPATCH,
                        "errand",
                        errand("'DELAY_MAIL', 'GIVEN_UP'", "now(), 12, null, null, false")),
                new Corruption(
                        "10.",
                        "work that was given up and stands in no history",
                        DISPATCH,
                        "errand",
                        errand("'DELAY_MAIL', 'GIVEN_UP'", "now(), 12, null, 'Mailbox full', false")),
                new Corruption(
                        "10.", "housekeeping that is lost", WORKORDER, "errand", "delete from errand where repeating"));
    }

    /** @param rest from {@code next_at} on */
    private static String errand(String kindAndState, String rest) {
        return """
                insert into errand (id, subject_kind, subject_id, content, due, created_at, kind, state,
                                    next_at, attempts, lease, failure, repeating)
                values (gen_random_uuid(), 'nothing', gen_random_uuid(), '{}', now() - interval '1 minute', now(), %s, %s)""".formatted(kindAndState, rest);
    }

    private static List<Corruption> notices() {
        return List.of(
                new Corruption(
                        "11.",
                        "a delay that was announced and left no notice",
                        DISPATCH,
                        "delay_notice",
                        "delete from delay_notice where id = (select id from delay_notice where state = 'SENT' limit 1)"),
                new Corruption(
                        "11.",
                        "a visit of which the customer was told as of a new one twice",
                        DISPATCH,
                        "delay_notice",
                        """
                        update delay_notice set change = 'PLANNED', appointment_id = (select min(appointment_id::text)::uuid from delay_notice)
                         where id in (select id from delay_notice where state = 'SENT' limit 2)"""),
                new Corruption(
                        "11.",
                        "a notice that nobody sends any more",
                        DISPATCH,
                        "delay_notice",
                        "update delay_notice set state = 'PENDING' where id = (select id from delay_notice where state = 'SENT' limit 1)"),
                new Corruption(
                        "11.",
                        "a notice that was sent to somebody else",
                        DISPATCH,
                        "delay_notice",
                        "update delay_notice set recipient = 'ioana@frigo.example' where id = (select id from delay_notice where state = 'SENT' limit 1)"),
                new Corruption(
                        "11.",
                        "a mail that arrived, of which the log says that it was too late for it",
                        DISPATCH,
                        "delay_notice",
                        "update delay_notice set state = 'OUTDATED', failure = 'Too late' where id = (select id from delay_notice where state = 'SENT' limit 1)"),
                new Corruption(
                        "11.",
                        "a mail that was sent and is not in the log",
                        DISPATCH,
                        "history",
                        "delete from history where action = 'MAIL_SENT' and id = (select id from history where action = 'MAIL_SENT' limit 1)"),
                new Corruption(
                        "11.",
                        "a request by telephone that nobody answers",
                        TICKET,
                        "history",
                        "delete from history where action like 'MAIL_%' and subject_id = (select subject_id from history where action = 'MAIL_SENT' and subject_type = 'ticket' limit 1)"),
                new Corruption(
                        "11.",
                        "an answer to a request that the log counts twice",
                        TICKET,
                        "history",
                        "insert into history select gen_random_uuid(), subject_type, subject_id, correlation_id, action, from_state, to_state, actor_id, actor_name, occurred_at, recorded_at, reason, command_id from history where action = 'MAIL_SENT' and subject_type = 'ticket' limit 1"),
                new Corruption(
                        "11.",
                        "a mail that the log counts twice",
                        DISPATCH,
                        "history",
                        "insert into history select gen_random_uuid(), subject_type, subject_id, correlation_id, action, from_state, to_state, actor_id, actor_name, occurred_at, recorded_at, reason, command_id from history where action = 'MAIL_SENT' limit 1"));
    }

    private static List<Corruption> reports() {
        return List.of(
                new Corruption(
                        "12.",
                        "a closed job whose report is still being made",
                        WORKORDER,
                        "service_report",
                        "update service_report set state = 'BEING_MADE' where id = (select id from service_report where replaced_by is null limit 1)"),
                new Corruption(
                        "12.",
                        "a report whose file nobody keeps",
                        WORKORDER,
                        "file_claim",
                        "delete from file_claim where owner = (select id from service_report limit 1)"),
                new Corruption(
                        "12.",
                        "a report that was sent and is not in the mailbox",
                        WORKORDER,
                        "report_delivery",
                        "insert into report_delivery select gen_random_uuid(), version, report_id, work_order_id, ticket_id, recipient, recipient_name, language, state, failure, requested_by, queued_at, handed_over_at from report_delivery limit 1"),
                new Corruption(
                        "12.",
                        "a report that nobody was sent",
                        WORKORDER,
                        "report_delivery",
                        "delete from report_delivery where id = (select id from report_delivery limit 1)"));
    }

    private static List<Corruption> onSite() {
        return List.of(
                new Corruption(
                        "14.",
                        "a complete job whose questions nobody answered",
                        WORKORDER,
                        "work_order",
                        "update work_order set checklist = jsonb_set(checklist, '{answers}', '[]') where id = (select id from work_order where checklist is not null and outcome = 'COMPLETE' limit 1)"),
                new Corruption(
                        "14.",
                        "a job whose technician does not know what is asked",
                        WORKORDER,
                        "work_order",
                        "update work_order set checklist = null where id = (select id from work_order where checklist is not null and outcome = 'COMPLETE' limit 1)"));
    }
}
