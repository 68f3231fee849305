package dev.fieldservice.local;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The product's deployables, each a process of the stack. */
public enum Service {
    TICKET("ticket-service", Port.TICKET, "ticket"),
    DISPATCH("dispatch-service", Port.DISPATCH, "dispatch"),
    WORKORDER("workorder-service", Port.WORKORDER, "workorder"),
    INVENTORY("inventory-service", Port.INVENTORY, "inventory"),
    BILLING("billing-service", Port.BILLING, "billing"),
    GATEWAY("gateway", Port.GATEWAY);

    private final String module;
    private final Port port;
    private final Optional<String> database;

    Service(String module, Port port) {
        this(module, port, Optional.empty());
    }

    Service(String module, Port port, String database) {
        this(module, port, Optional.of(database));
    }

    Service(String module, Port port, Optional<String> database) {
        this.module = module;
        this.port = port;
        this.database = database;
    }

    /** The folder in the checkout, and the name in every message. */
    public String module() {
        return module;
    }

    public Port port() {
        return port;
    }

    /** Its name is also its role's name and password: the local stack has no secrets. The gateway keeps no data. */
    public Optional<String> database() {
        return database;
    }

    static Service named(String module) {
        return Arrays.stream(values())
                .filter(service -> service.module.equals(module))
                .findFirst()
                .orElseThrow(() -> new StackFailure("There is no service " + module + "; there are "
                        + Arrays.stream(values()).map(Service::module).collect(Collectors.joining(", "))));
    }
}
