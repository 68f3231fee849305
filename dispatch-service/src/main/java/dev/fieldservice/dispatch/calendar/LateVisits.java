package dev.fieldservice.dispatch.calendar;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.dispatch.search.Criteria;
import dev.fieldservice.platform.watches.Watch;
import dev.fieldservice.platform.watches.Watches;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Visits to which somebody comes more than a quarter of an hour later than planned, as is expected or as is plain by now, and where
 * nobody is yet.
 */
@ApplicationScoped
public class LateVisits implements Watches {

    private static final String LATE = """
            a.state in ('SCHEDULED', 'DISPATCHED', 'ACCEPTED', 'TRAVELLING') and a.arrived_at is null
            and a.starts_at < cast(:now as timestamptz) + interval '1 day'
            and greatest(a.expected_arrival, cast(:now as timestamptz)) > a.starts_at + interval '15 minutes'""";

    private static final String TECHNICIAN =
            "exists (select 1 from appointment_technician t where t.appointment_id = a.id and t.technician_id = :technician)";

    static Criteria criteria(UUID technicianId, UUID territoryId, Instant now) {
        Criteria criteria = new Criteria();
        criteria.and(LATE);
        criteria.with("now", now);
        criteria.and(TECHNICIAN, "technician", technicianId);
        criteria.inTerritory(territoryId);
        return criteria;
    }

    @Override
    public List<Watch> watches() {
        return List.of(new Watch(
                        "VISITS_LATE",
                        Set.of(Role.DISPATCHER, Role.SUPERVISOR, Role.ADMIN),
                        "/v1/late-visits",
                        "appointment a join service_order o on o.id = a.order_id",
                        LATE,
                        "a.starts_at")
                .by(
                        "PERSON",
                        "join appointment_technician g on g.appointment_id = a.id join technician n on n.id = g.technician_id",
                        "n.id",
                        "n.name",
                        "technicianId")
                .by(
                        "TERRITORY",
                        "join service_territory t on point(o.longitude, o.latitude) <@ t.area",
                        "t.id",
                        "t.name",
                        "territoryId"));
    }
}
