package dev.fieldservice.platform.memory;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/**
 * The memory budget of lists that are on their way or being read, such as a whole catalogue: beside that of all other requests, as one of
 * them is longer than what a caller may have in flight.
 */
@Singleton
public class ListsInFlight {

    private final InFlight lists;

    ListsInFlight(MemoryConfig config) {
        long most = config.lists().asLongValue();
        this.lists = new InFlight(most, most);
    }

    /** What a list holds until the answer to it is taken or its connection gone. */
    public InFlight.Held hold(RoutingContext exchange) {
        return lists.hold(exchange);
    }
}
