package dev.fieldservice.dispatch.visibility;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.dispatch.search.Criteria;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.security.Caller;
import io.smallrye.mutiny.Uni;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Visibility of planning: a technician sees the open pool and what was given to them and not taken away, the office sees
 * everything.
 *
 * @param technician whom it is limited to; empty for the office
 */
public record Visibility(Optional<UUID> technician) {

    private static final Set<String> OFFICE = Set.of(Role.DISPATCHER, Role.SUPERVISOR, Role.ADMIN);

    private static final String MINE = """
            (o.state = 'UNSCHEDULED' or exists (
                select 1 from appointment_technician t join appointment a on a.id = t.appointment_id
                 where a.order_id = o.id and t.technician_id = :caller and a.state not in ('CANCELLED', 'REJECTED')))""";

    public static Visibility of(Caller caller) {
        boolean isOffice = !Collections.disjoint(caller.roles(), OFFICE);
        return new Visibility(isOffice ? Optional.empty() : Optional.of(caller.id()));
    }

    /** @param isGivenTo whether one of its appointments is given to this technician */
    public boolean includesOrder(boolean isInOpenPool, Predicate<UUID> isGivenTo) {
        return isInOpenPool || includesAppointment(isGivenTo);
    }

    public boolean includesAppointment(Predicate<UUID> isGivenTo) {
        return technician.map(isGivenTo::test).orElse(true);
    }

    /** Whether one order, of which nothing has been read yet, is seen. */
    public Uni<Boolean> ofOrder(Mutiny.Session session, UUID id) {
        return technician
                .map(caller -> session.createNativeQuery(
                                "select count(*) from service_order o where o.id = :id and " + MINE, Long.class)
                        .setParameter("id", id)
                        .setParameter("caller", caller)
                        .getSingleResult()
                        .map(seen -> seen > 0))
                .orElseGet(() -> Uni.createFrom().item(true));
    }

    /** Technicians see themselves. */
    public boolean includesTechnician(UUID id) {
        return technician.map(id::equals).orElse(true);
    }

    /** Limits a search to the orders that are seen. */
    public void limitOrders(Criteria criteria) {
        technician.ifPresent(id -> criteria.and(MINE, "caller", id));
    }

    /**
     * Whose calendar is shown; null for everybody's. Refused with 403 where a technician asks for another's.
     *
     * @param asked null if nobody's in particular
     */
    public UUID calendarOf(UUID asked) {
        if (asked != null && !includesTechnician(asked)) {
            throw new Refusal.Forbidden("forbidden", "Technicians see their own calendar only.").refused();
        }
        return technician.orElse(asked);
    }
}
