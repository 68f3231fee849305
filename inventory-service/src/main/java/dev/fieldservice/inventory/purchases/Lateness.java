package dev.fieldservice.inventory.purchases;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.inventory.company.KnownCompany;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.reactive.mutiny.Mutiny;

/** What is known of an order that is late: who sees to it, since when, and what is to come yet. */
@Schema(
        name = "PurchaseOrderLateness",
        description = "Of an order of which something is to come that was expected before today")
public record Lateness(
        @Schema(description = "Who has to see to it: who ordered, or the role buyer")
        String owner,

        @Schema(description = "Since the end of the day on which it was expected, by the company's clock")
        Instant since,

        @Schema(description = "Days since then, of which the first is 1")
        int days,

        @Schema(description = "What is to come yet, as it is now")
        String detail) {

    private static final String TO_COME = """
            select line.purchaseOrder.id, line from PurchaseOrderLine line
             where line.purchaseOrder.id in :orders and line.received < line.quantity
             order by line.position""";

    /** So many lines are named. */
    private static final int NAMED = 10;

    /** Of those that are late, by their ids. */
    static Uni<Map<UUID, Lateness>> of(Mutiny.Session session, List<PurchaseOrder> orders, Instant now) {
        return KnownCompany.read(session).chain(company -> {
            LocalDate today = company.dayOf(now);
            List<PurchaseOrder> late =
                    orders.stream().filter(order -> order.isLate(today)).toList();
            return late.isEmpty()
                    ? Uni.createFrom().item(Map.of())
                    : toCome(session, late)
                            .map(lines -> late.stream()
                                    .collect(toMap(
                                            PurchaseOrder::id,
                                            order -> of(
                                                    order,
                                                    lines.getOrDefault(order.id(), List.of()),
                                                    company,
                                                    today))));
        });
    }

    private static Lateness of(
            PurchaseOrder order, List<PurchaseOrderLine> toCome, KnownCompany company, LocalDate today) {
        return new Lateness(
                Objects.requireNonNullElse(order.orderedBy, Role.BUYER),
                order.expectedOn.plusDays(1).atStartOfDay(company.zone()).toInstant(),
                (int) ChronoUnit.DAYS.between(order.expectedOn, today),
                words(toCome));
    }

    private static Uni<Map<UUID, List<PurchaseOrderLine>>> toCome(Mutiny.Session session, List<PurchaseOrder> late) {
        return session.createSelectionQuery(TO_COME, Tuple.class)
                .setParameter("orders", late.stream().map(PurchaseOrder::id).toList())
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(groupingBy(
                                row -> row.get(0, UUID.class),
                                mapping(row -> row.get(1, PurchaseOrderLine.class), toList()))));
    }

    private static String words(List<PurchaseOrderLine> toCome) {
        String named =
                toCome.stream().limit(NAMED).map(PurchaseOrderLine::toCome).collect(joining(", "));
        return toCome.size() > NAMED ? named + " and %d more".formatted(toCome.size() - NAMED) : named;
    }
}
