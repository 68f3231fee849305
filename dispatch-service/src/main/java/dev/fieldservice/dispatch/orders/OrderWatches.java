package dev.fieldservice.dispatch.orders;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.watches.Watch;
import dev.fieldservice.platform.watches.Watches;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Orders that nobody is to go to, that wait for something, or that go nowhere without parts. */
@ApplicationScoped
class OrderWatches implements Watches {

    private static final Set<String> DISPATCH = Set.of(Role.DISPATCHER, Role.SUPERVISOR, Role.ADMIN);

    @Override
    public List<Watch> watches() {
        return List.of(
                of("ORDERS_UNSCHEDULED", "state=UNSCHEDULED", "o.state = 'UNSCHEDULED'")
                        .kept("service-order", "UNSCHEDULED", "CREATE"),
                of("ORDERS_ON_HOLD", "state=ON_HOLD", "o.state = 'ON_HOLD'").kept("service-order", "ON_HOLD"),
                of(
                        "PARTS_MISSING",
                        "parts=MISSING&state=UNSCHEDULED&state=SCHEDULED&state=IN_PROGRESS&state=ON_HOLD",
                        "o.parts = 'MISSING' and o.state in ('UNSCHEDULED', 'SCHEDULED', 'IN_PROGRESS', 'ON_HOLD')"));
    }

    private static Watch of(String what, String query, String where) {
        return new Watch(what, DISPATCH, "/v1/service-orders?" + query, "service_order o", where, "o.created_at")
                .by(
                        "TERRITORY",
                        "join service_territory t on point(o.longitude, o.latitude) <@ t.area",
                        "t.id",
                        "t.name",
                        "territoryId");
    }
}
