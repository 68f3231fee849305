package dev.fieldservice.billing.invoices;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When nobody wanted a job any more, and why. */
@Schema(name = "CalledOffJob", description = "The job was cancelled or rejected before it was done")
public record CalledOff(Instant at, String reason) {}
