package dev.fieldservice.contracts;

import static dev.fieldservice.contracts.ServiceName.BILLING;
import static dev.fieldservice.contracts.ServiceName.DISPATCH;
import static dev.fieldservice.contracts.ServiceName.INVENTORY;
import static dev.fieldservice.contracts.ServiceName.TICKET;
import static dev.fieldservice.contracts.ServiceName.WORKORDER;

import java.util.List;
import java.util.Map;

/** Every Kafka topic, who publishes it and who consumes it. A topic carries one event and is named after it. */
public final class Topics {
    public static final String TICKET_CREATED = "ticket-created";
    public static final String TICKET_CHANGED = "ticket-changed";
    public static final String ORDER_CREATED = "order-created";
    public static final String ORDER_CANCELLED = "order-cancelled";
    public static final String ORDER_HOLD_CHANGED = "order-hold-changed";
    public static final String ORDER_ASSIGNED = "order-assigned";
    public static final String ORDER_UNASSIGNED = "order-unassigned";
    public static final String VISIT_PROGRESSED = "visit-progressed";
    public static final String PARTS_CONSUMED = "parts-consumed";
    public static final String JOB_COMPLETED = "job-completed";
    public static final String JOB_CLOSED = "job-closed";
    public static final String JOB_RETURNED = "job-returned";
    public static final String PART_REGISTERED = "part-registered";
    public static final String STOCK_LOCATION_REGISTERED = "stock-location-registered";
    public static final String PART_USAGE_COSTED = "part-usage-costed";
    public static final String INVOICE_ISSUED = "invoice-issued";
    public static final String INVOICE_PAID = "invoice-paid";
    public static final String NOTHING_TO_BILL = "nothing-to-bill";
    public static final String CREDIT_NOTE_ISSUED = "credit-note-issued";
    public static final String COMPANY_CHANGED = "company-changed";
    public static final String WORK_TYPE_DEFINED = "work-type-defined";
    public static final String COVERAGE_DECIDED = "coverage-decided";
    public static final String CUSTOMER_CHANGED = "customer-changed";
    public static final String CONTACT_CHANGED = "contact-changed";
    public static final String SLA_WARNED = "sla-warned";
    public static final String PARTS_READINESS = "parts-readiness";

    /** Fixed for good: a key changes its partition, and so loses its order, when this number changes. */
    public static final int PARTITIONS = 6;

    public static final List<Route> ROUTES = List.of(
            new Route(TICKET_CREATED, TICKET, List.of(DISPATCH, BILLING)),
            new Route(TICKET_CHANGED, TICKET, List.of(DISPATCH, WORKORDER, BILLING)),
            new Route(ORDER_CREATED, DISPATCH, List.of(TICKET)),
            new Route(ORDER_CANCELLED, DISPATCH, List.of(TICKET)),
            new Route(ORDER_HOLD_CHANGED, DISPATCH, List.of(TICKET)),
            new Route(ORDER_ASSIGNED, DISPATCH, List.of(WORKORDER, INVENTORY)),
            new Route(ORDER_UNASSIGNED, DISPATCH, List.of(WORKORDER, INVENTORY)),
            new Route(VISIT_PROGRESSED, WORKORDER, List.of(DISPATCH, TICKET, INVENTORY)),
            new Route(PARTS_CONSUMED, WORKORDER, List.of(INVENTORY, BILLING)),
            new Route(JOB_COMPLETED, WORKORDER, List.of(DISPATCH)),
            new Route(JOB_CLOSED, WORKORDER, List.of(BILLING, DISPATCH, TICKET)),
            new Route(JOB_RETURNED, BILLING, List.of(WORKORDER)),
            new Route(PART_REGISTERED, INVENTORY, List.of(WORKORDER, BILLING)),
            new Route(STOCK_LOCATION_REGISTERED, INVENTORY, List.of(WORKORDER)),
            new Route(PART_USAGE_COSTED, INVENTORY, List.of(BILLING)),
            new Route(INVOICE_ISSUED, BILLING, List.of(TICKET)),
            new Route(INVOICE_PAID, BILLING, List.of()),
            new Route(NOTHING_TO_BILL, BILLING, List.of(TICKET)),
            new Route(CREDIT_NOTE_ISSUED, BILLING, List.of(TICKET)),
            new Route(COMPANY_CHANGED, TICKET, List.of(DISPATCH, WORKORDER, INVENTORY, BILLING)),
            new Route(WORK_TYPE_DEFINED, DISPATCH, List.of(WORKORDER)),
            new Route(COVERAGE_DECIDED, TICKET, List.of(BILLING)),
            new Route(CUSTOMER_CHANGED, TICKET, List.of(WORKORDER, BILLING)),
            new Route(CONTACT_CHANGED, TICKET, List.of(WORKORDER)),
            new Route(SLA_WARNED, TICKET, List.of()),
            new Route(PARTS_READINESS, INVENTORY, List.of(DISPATCH)));

    public static final List<String> ALL = ROUTES.stream().map(Route::topic).toList();

    /** Whose events carry a state as a whole: the newest of each key is kept for ever, and every message has a key. */
    public static final List<String> COMPACTED = List.of(
            TICKET_CHANGED,
            PART_REGISTERED,
            STOCK_LOCATION_REGISTERED,
            COMPANY_CHANGED,
            WORK_TYPE_DEFINED,
            COVERAGE_DECIDED,
            CUSTOMER_CHANGED,
            CONTACT_CHANGED);

    /** One for each consumer of each topic, so that a message parked by one service does not trouble another. */
    public static final List<String> DEAD_LETTERS = ROUTES.stream()
            .flatMap(route -> route.consumers().stream().map(service -> deadLetter(route.topic(), service)))
            .toList();

    /**
     * One topic's way from the only service that publishes it to those that consume it ({@link ServiceName}). What none of them
     * consumes is told to systems around, such as the accounting.
     */
    public record Route(String topic, String producer, List<String> consumers) {}

    /** @throws IllegalArgumentException when there is no such topic */
    public static Route route(String topic) {
        return ROUTES.stream()
                .filter(route -> route.topic().equals(topic))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No topic named " + topic));
    }

    /** The topics that a service ({@link ServiceName}) consumes. */
    public static List<String> consumedBy(String service) {
        return ROUTES.stream()
                .filter(route -> route.consumers().contains(service))
                .map(Route::topic)
                .toList();
    }

    /** What the broker has to be told of a topic, beside the number of partitions. */
    public static Map<String, String> settings(String topic) {
        return Map.of("cleanup.policy", COMPACTED.contains(topic) ? "compact" : "delete");
    }

    public static String deadLetter(String topic, String service) {
        return topic + "." + service + ".dlq";
    }

    private Topics() {}
}
