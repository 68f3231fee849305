package dev.fieldservice.dispatch.technicians;

import dev.fieldservice.platform.aggregates.By;
import java.util.List;
import java.util.UUID;

/** Technicians of tests that need no database. */
public final class Somebody {

    private Somebody() {}

    public static Technician called(String name, By by) {
        return Technician.register(
                new TechnicianDetails(UUID.randomUUID(), name, null, null, List.of(), List.of()), by);
    }
}
