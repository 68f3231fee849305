package dev.fieldservice.workorder.reviews;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.paging.Cursors;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.rest.CurrentRequest;
import dev.fieldservice.platform.security.Caller;
import dev.fieldservice.platform.transactions.UnitOfWork;
import dev.fieldservice.workorder.workorders.Reviewing;
import dev.fieldservice.workorder.workorders.WorkOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds what waits to be examined, the longest first. */
@ApplicationScoped
class WaitingReviews {

    private static final String LIST = "reviews";
    private static final String WAITING = "state = 'COMPLETED'";
    private static final String NOT_INVOLVED = " and not cast(:caller as uuid) = any(involved_ids)";

    /** Theirs by name, or any supervisor's, since nobody is named who had no part in the work. */
    private static final String THEIRS =
            NOT_INVOLVED + " and (cast(:caller as uuid) = any(examiner_ids) or examiner_ids <@ involved_ids)";

    private static final String NAMED = " and cast(:examiner as uuid) = any(examiner_ids)";

    private static final String AFTER =
            " and (review_awaited_since, id) > (cast(:since as timestamptz), cast(:id as uuid))";
    private static final Comparator<WorkOrder> LONGEST_FIRST =
            Comparator.comparing(WaitingReview::since).thenComparing(WorkOrder::id);

    private final UnitOfWork unit;
    private final Cursors cursors;
    private final CurrentRequest request;
    private final Clock clock;

    WaitingReviews(UnitOfWork unit, Cursors cursors, CurrentRequest request, Clock clock) {
        this.unit = unit;
        this.cursors = cursors;
        this.request = request;
        this.clock = clock;
    }

    private record After(Instant since, UUID id) {}

    /**
     * @param mine those only that are the caller's to examine
     * @param examiner those only that this person is named to examine
     */
    Uni<Page<WaitingReview>> page(boolean mine, Optional<UUID> examiner, PageRequest page) {
        Caller caller = request.caller();
        Optional<After> after = cursors.position(page).map(WaitingReviews::after);
        if (mine && !caller.is(Role.SUPERVISOR)) {
            return Uni.createFrom().item(new Page<>(List.of(), null));
        }
        return unit.read(session -> ids(
                                session,
                                mine ? Optional.of(caller) : Optional.empty(),
                                examiner,
                                after,
                                page.limit() + 1)
                        .chain(ids -> found(session, ids)))
                .map(found ->
                        cursors.page(found, page, last -> LIST + "|" + WaitingReview.since(last) + "|" + last.id()))
                .map(found -> found.map(order -> WaitingReview.of(order, caller, clock.instant())));
    }

    /** Says whether it is theirs to examine, by what they are and by what they did. */
    static boolean isTheirs(WorkOrder order, Caller caller) {
        return caller.is(Role.SUPERVISOR) && Reviewing.isFor(order, caller.id());
    }

    private static Uni<List<UUID>> ids(
            Mutiny.Session session, Optional<Caller> whose, Optional<UUID> examiner, Optional<After> after, int most) {
        String where = WAITING
                + whose.map(caller -> THEIRS).orElse("")
                + examiner.map(named -> NAMED).orElse("")
                + after.map(last -> AFTER).orElse("");
        Mutiny.SelectionQuery<UUID> query = session.createNativeQuery(
                        "select id from work_order where " + where + " order by review_awaited_since, id", UUID.class)
                .setMaxResults(most);
        whose.ifPresent(caller -> query.setParameter("caller", caller.id()));
        examiner.ifPresent(named -> query.setParameter("examiner", named));
        after.ifPresent(last -> {
            query.setParameter("since", last.since());
            query.setParameter("id", last.id());
        });
        return query.getResultList();
    }

    private static Uni<List<WorkOrder>> found(Mutiny.Session session, List<UUID> ids) {
        return session.createSelectionQuery("from WorkOrder where id in :ids", WorkOrder.class)
                .setParameter("ids", ids)
                .getResultList()
                .map(orders -> orders.stream().sorted(LONGEST_FIRST).toList());
    }

    private static After after(String position) {
        String[] parts = position.split("\\|", 3);
        if (parts.length != 3 || !parts[0].equals(LIST)) {
            throw Refusal.Invalid.field("cursor", "invalid-cursor", "Send it to the list it came from.")
                    .refused();
        }
        return new After(Instant.parse(parts[1]), UUID.fromString(parts[2]));
    }
}
