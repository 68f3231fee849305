package dev.fieldservice.faults.strikes;

import dev.fieldservice.local.Service;
import java.time.Duration;

/** SIGTERM to one replica, as an upgrade or a smaller number of them sends it: it finishes what it has, leaves its group and goes. */
record Leave(Service service) implements Fault {

    /** Twice what is promised: twelve processes and sixteen people share the machine. */
    private static final Duration GONE = Duration.ofSeconds(20);

    @Override
    public String name() {
        return "SIGTERM " + service.module();
    }

    @Override
    public boolean strike(Field field) {
        var process = field.anyOf(service);
        int before = members(field);
        long asked = System.nanoTime();
        process.stop();
        Duration took = Duration.ofNanos(System.nanoTime() - asked);
        int left = members(field);
        process.start();
        field.observe(
                "who is asked to go is soon gone",
                took.compareTo(GONE) < 0,
                service.module() + " after " + took.toMillis() + " ms");
        field.observe(
                "who goes has left its group",
                left == Math.max(0, before - 1),
                "members of the group of " + service.module() + " before and after: " + before + ", " + left);
        return true;
    }

    /** The gateway has no group. */
    private int members(Field field) {
        return service.database().isPresent() ? field.broker().members(service) : 0;
    }
}
