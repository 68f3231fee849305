package dev.fieldservice.gateway.routing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The services behind the gateway and what each of them answers for: the whole routing table. */
public enum Service {
    TICKET(
            "company",
            "customers",
            "customer-imports",
            "contacts",
            "service-locations",
            "assets",
            "tickets",
            "ticket-attachments",
            "contracts",
            "warranties",
            "coverage-decisions",
            "maintenance-plans",
            "promised-times",
            "escalation-plan",
            "service-times",
            "service-times.csv",
            "incoming-mails",
            "calls",
            "callers"),
    DISPATCH(
            "technicians",
            "crews",
            "territories",
            "work-types",
            "service-orders",
            "appointments",
            "calendar",
            "calendar.ics",
            "late-visits",
            "visit-confirmation",
            "calendar-feed.ics",
            "calendar-feeds",
            "my-calendar-feed",
            "my-day"),
    WORKORDER(
            "work-orders", "reviews", "review-rules", "refrigerant-log", "refrigerant-log.csv", "report-verification"),
    INVENTORY(
            "parts",
            "part-categories",
            "part-imports",
            "stock-locations",
            "stock-levels",
            "stock-movements",
            "stock-receipts",
            "stock-transfers",
            "stock-limits",
            "stock-counts",
            "stock-values",
            "stock-value-totals",
            "part-reservations",
            "pieces",
            "containers",
            "discrepancies",
            "suppliers",
            "supplier-parts",
            "purchase-orders",
            "purchase-proposals",
            "supplier-returns",
            "supplier-invoices",
            "payables",
            "payable-totals"),
    BILLING(
            "part-prices",
            "labour-rates",
            "tax-rates",
            "tax-rules",
            "price-rules",
            "exchange-rates",
            "invoices",
            "credit-notes",
            "billing-cases",
            "billing-backlog",
            "e-invoices",
            "unsent-documents",
            "receivables",
            "customer-accounts",
            "payments",
            "allocations",
            "bank-statements",
            "reminders",
            "part-costs",
            "cost-rates",
            "missing-costs",
            "margins",
            "margins.csv",
            "margins.svg",
            "journal-entries",
            "journal-totals",
            "journal-exports");

    private static final Map<String, Service> BY_COLLECTION = Arrays.stream(values())
            .flatMap(service -> Arrays.stream(service.collections).map(collection -> Map.entry(collection, service)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private static final Map<String, Service> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Service::fullName, Function.identity()));

    private final String[] collections;
    private final String fullName;

    Service(String... collections) {
        this.collections = collections;
        this.fullName = name().toLowerCase(Locale.ROOT) + "-service";
    }

    /** As in logs, tags and {@code /v1/operations/{service}}: for example {@code ticket-service}. */
    public String fullName() {
        return fullName;
    }

    /** The owner of {@code /v1/<collection>}. */
    static Optional<Service> ofCollection(String collection) {
        return Optional.ofNullable(BY_COLLECTION.get(collection));
    }

    static Optional<Service> named(String fullName) {
        return Optional.ofNullable(BY_NAME.get(fullName));
    }
}
