package dev.fieldservice.dispatch.calendar;

import dev.fieldservice.dispatch.orders.Appointment;
import dev.fieldservice.dispatch.orders.Appointments;
import dev.fieldservice.dispatch.orders.OrderVisit;
import dev.fieldservice.dispatch.search.Criteria;
import dev.fieldservice.dispatch.visibility.Visibility;
import dev.fieldservice.platform.paging.Cursors;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.security.Caller;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds appointments by time, people and place, in the order they begin. */
@ApplicationScoped
class Calendar {

    private static final String LIST = "calendar";
    private static final String LATE = "late";
    private static final int LONGEST_FEED = 500;

    private final UnitOfWork unit;
    private final Cursors cursors;
    private final Clock clock;

    Calendar(UnitOfWork unit, Cursors cursors, Clock clock) {
        this.unit = unit;
        this.cursors = cursors;
        this.clock = clock;
    }

    Uni<Page<OrderVisit>> page(CalendarFilter filter, Caller caller, PageRequest page) {
        return page(LIST, visible(filter, caller), page);
    }

    /** Those to which somebody comes too late, of one technician or in one territory if either is given. */
    Uni<Page<OrderVisit>> late(UUID technicianId, UUID territoryId, PageRequest page) {
        return page(LATE, LateVisits.criteria(technicianId, territoryId, clock.instant()), page);
    }

    private Uni<Page<OrderVisit>> page(String list, Criteria criteria, PageRequest page) {
        cursors.position(page).ifPresent(position -> readOn(list, criteria, position));
        return unit.read(session -> find(session, criteria, page.limit() + 1))
                .map(found -> cursors.page(found, page, visit -> position(list, visit.appointment())));
    }

    /** The same without pages, for feeds; the first five hundred. */
    Uni<List<OrderVisit>> all(CalendarFilter filter, Caller caller) {
        Criteria criteria = visible(filter, caller);
        return unit.read(session -> find(session, criteria, LONGEST_FEED));
    }

    private Criteria visible(CalendarFilter filter, Caller caller) {
        filter.technicianId = Visibility.of(caller).calendarOf(filter.technicianId);
        return filter.criteria(clock.instant());
    }

    private static String position(String list, Appointment last) {
        return list + "|" + last.window().start() + "|" + last.id();
    }

    private static void readOn(String list, Criteria criteria, String position) {
        String[] parts = position.split("\\|", 3);
        if (parts.length != 3 || !parts[0].equals(list)) {
            throw Refusal.Invalid.field("cursor", "invalid-cursor", "Send it to the list it came from.")
                    .refused();
        }
        criteria.and("(a.starts_at, a.id) > (:start, :id)");
        criteria.with("start", Instant.parse(parts[1]));
        criteria.with("id", UUID.fromString(parts[2]));
    }

    private static Uni<List<OrderVisit>> find(Mutiny.Session session, Criteria criteria, int most) {
        String sql = "select a.id from appointment a join service_order o on o.id = a.order_id where "
                + criteria.where() + " order by a.starts_at, a.id";
        Mutiny.SelectionQuery<UUID> ids =
                session.createNativeQuery(sql, UUID.class).setMaxResults(most);
        criteria.parameters().forEach(ids::setParameter);
        return ids.getResultList()
                .chain(found -> Appointments.withOrders(session, "a.id in :ids", Map.of("ids", found)));
    }
}
