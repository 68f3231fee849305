package dev.fieldservice.dispatch.notices;

import dev.fieldservice.dispatch.orders.OrderVisit;
import dev.fieldservice.dispatch.orders.VisitTimes;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The messages by which customers were to be told of some visits. Whom the last one did not reach expects what was told
 * before: the next announcement is held against that, and takes the place of the message that failed.
 *
 * @param newestFirst by visit
 */
public record Unreached(Map<UUID, List<VisitNotice>> newestFirst) {

    private static final String MESSAGES = """
            from VisitNotice where appointmentId in :visits and delivery.state in (PENDING, SENT, FAILED, NOT_POSSIBLE)
             order by id desc""";

    public static Uni<Unreached> of(Tx tx, Collection<OrderVisit> visits) {
        List<UUID> told = visits.stream()
                .filter(visit -> visit.appointment().times().isTold())
                .map(visit -> visit.appointment().id())
                .toList();
        if (told.isEmpty()) {
            return Uni.createFrom().item(new Unreached(Map.of()));
        }
        return tx.session()
                .createSelectionQuery(MESSAGES, VisitNotice.class)
                .setParameter("visits", told)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .invoke(found -> found.forEach(tx::watch))
                .map(found ->
                        new Unreached(found.stream().collect(Collectors.groupingBy(notice -> notice.appointmentId))));
    }

    /** Has a customer whom the last message did not reach expect what was told before, or the plan. */
    public void forget(OrderVisit visit, By by) {
        if (!isMissing(visit)) {
            return;
        }
        List<VisitNotice> messages = of(visit);
        visit.appointment()
                .times()
                .tell(messages.stream()
                        .filter(message -> message.isAboutPlan(visit) && !message.delivery.isUnsent())
                        .findFirst()
                        .map(message -> message.expectedArrival)
                        .orElse(null));
        messages.stream().filter(message -> message.delivery.isUnsent()).forEach(message -> message.announcedAnew(by));
    }

    /** True if nobody spoke of this visit, it was to wait for another, and a message about that could be sent now. */
    public boolean canBeToldNow(OrderVisit visit) {
        return isMissing(visit)
                && of(visit).getFirst().causedBy != null
                && visit.appointment().state().isPlanned()
                && Delivery.address(visit.order().jobCard()).isPresent();
    }

    private boolean isMissing(OrderVisit visit) {
        VisitTimes times = visit.appointment().times();
        return of(visit).stream()
                .findFirst()
                .filter(last -> last.delivery.isUnsent() && last.expectedArrival.equals(times.told()))
                .isPresent();
    }

    private List<VisitNotice> of(OrderVisit visit) {
        return newestFirst.getOrDefault(visit.appointment().id(), List.of());
    }
}
