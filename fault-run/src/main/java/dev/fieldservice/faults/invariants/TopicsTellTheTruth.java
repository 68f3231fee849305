package dev.fieldservice.faults.invariants;

import static dev.fieldservice.local.Service.BILLING;
import static dev.fieldservice.local.Service.DISPATCH;
import static dev.fieldservice.local.Service.INVENTORY;
import static dev.fieldservice.local.Service.TICKET;
import static dev.fieldservice.local.Service.WORKORDER;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.faults.evidence.Databases;
import dev.fieldservice.faults.evidence.Databases.Row;
import dev.fieldservice.faults.evidence.Event;
import dev.fieldservice.local.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** What was told is what is true, all of it was told, in order, and nothing is left lying about. */
final class TopicsTellTheTruth implements Invariant {

    /** Who is told anew is told of what has never changed, too. */
    private static final String CHANGED_OR_TOLD_ANEW = """
            select id from ticket where tellings > 0
            union
            select subject_id from history
             where subject_type = 'ticket' and action = 'CREATE'
               and recorded_at < (select max(recorded_at) from history
                                   where action = 'RETELLING' and reason = 'ticket-changed')""";

    private static final List<Told> TOLD = List.of(
            new Told(Topics.TICKET_CREATED, "/ticketId", TICKET, "select id from ticket"),
            new Told(Topics.TICKET_CHANGED, "/ticketId", TICKET, CHANGED_OR_TOLD_ANEW),
            new Told(Topics.ORDER_CREATED, "/orderId", DISPATCH, "select id from service_order"),
            new Told(
                    Topics.ORDER_CANCELLED,
                    "/orderId",
                    DISPATCH,
                    "select id from service_order where state = 'CANCELLED'"),
            new Told(
                    Topics.ORDER_ASSIGNED,
                    "/appointmentId",
                    DISPATCH,
                    "select subject_id from history where subject_type = 'appointment' and action = 'DISPATCH'"),
            new Told(Topics.PARTS_CONSUMED, "/usageId", WORKORDER, "select id from part_usage"),
            new Told(Topics.JOB_CLOSED, "/orderId", WORKORDER, "select id from work_order where state = 'CLOSED'"),
            new Told(Topics.PART_REGISTERED, "/partId", INVENTORY, "select id from part"),
            new Told(Topics.STOCK_LOCATION_REGISTERED, "/locationId", INVENTORY, "select id from stock_location"),
            new Told(
                    Topics.PART_USAGE_COSTED,
                    "/usageId",
                    INVENTORY,
                    "select m.source_id from stock_movement m join stock_valuation v on v.movement_id = m.id"
                            + " where m.kind = 'CONSUMPTION' and v.unit_cost is not null"),
            new Told(Topics.COMPANY_CHANGED, "/companyId", TICKET, "select id from company"),
            new Told(Topics.WORK_TYPE_DEFINED, "/workTypeId", DISPATCH, "select id from work_type"),
            new Told(Topics.COVERAGE_DECIDED, "/orderId", TICKET, "select id from coverage_decision"),
            new Told(Topics.CUSTOMER_CHANGED, "/customerId", TICKET, "select id from customer"),
            new Told(Topics.CONTACT_CHANGED, "/contactId", TICKET, "select id from contact"),
            new Told(Topics.INVOICE_ISSUED, "/invoiceId", BILLING, "select id from invoice where state = 'ISSUED'"),
            new Told(
                    Topics.INVOICE_PAID,
                    "/invoiceId",
                    BILLING,
                    "select h.subject_id from history h join open_item i on i.id = h.subject_id"
                            + " where h.action = 'SETTLED' and i.amount >= 0"),
            new Told(
                    Topics.CREDIT_NOTE_ISSUED,
                    "/creditNoteId",
                    BILLING,
                    "select id from credit_note where state = 'ISSUED'"),
            new Told(
                    Topics.NOTHING_TO_BILL,
                    "/orderId",
                    BILLING,
                    "select id from billing_case where state = 'NOTHING_TO_BILL'"));

    /** What a topic says that there is, and where it is. */
    private record Told(String topic, String pointer, Service service, String truth) {}

    @Override
    public String says() {
        return "+  Topics and databases agree; outboxes are empty, all is read, nothing but our poison is parked";
    }

    @Override
    public void check(Evidence evidence, Findings findings) {
        for (Told told : TOLD) {
            findings.same(
                    "on " + told.topic(),
                    evidence.published(told.topic(), told.pointer()),
                    "in " + told.service().module(),
                    new HashSet<>(evidence.databases().list(told.service(), told.truth())));
        }
        outOfOrder(evidence).forEach(findings::offence);
        long parked = 0;
        for (Service service : Databases.services()) {
            long waiting = evidence.databases().number(service, "select count(*) from outbox");
            long lag = evidence.broker().lag(service);
            if (waiting + lag > 0) {
                findings.offence(service.module() + ": " + waiting + " in the outbox, " + lag + " not read");
            }
            parked += parked(evidence, findings, service);
        }
        findings.count("poisonous messages sent", evidence.poison().size());
        findings.count("parked for good", parked);
    }

    /** Ids are given in the order in which an aggregate, which is the key, raises its events. */
    private static List<String> outOfOrder(Evidence evidence) {
        Map<String, Event> last = new HashMap<>();
        List<String> found = new ArrayList<>();
        evidence.events().stream().filter(event -> !event.isOurs()).forEach(event -> {
            Event before = last.put(event.topic() + event.key(), event);
            if (before != null && before.id().compareTo(event.id()) > 0) {
                found.add("%s of %s: %s lies before %s".formatted(event.topic(), event.key(), before.id(), event.id()));
            }
        });
        return found;
    }

    private static long parked(Evidence evidence, Findings findings, Service service) {
        List<Row> parked = evidence.databases()
                .rows(
                        service,
                        "select headers::jsonb ->> 'ce_id', topic, reason from parked_message where replayed_at is"
                                + " null");
        parked.stream()
                .filter(row -> !evidence.poison().contains(String.valueOf(row.get(0))))
                .forEach(row -> findings.offence("parked in " + service.module() + ": " + row));
        return parked.size();
    }
}
