package dev.fieldservice.ticket.meters;

import java.util.UUID;

/** A meter of a machine was read: what waits for it is to look. */
public record MeterRead(UUID assetId, String unit) {}
