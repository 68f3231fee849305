package dev.fieldservice.dispatch.technicians;

import java.util.UUID;

/** A technician has another name: what is open shows it from now on. */
public record Renamed(UUID technicianId) {}
