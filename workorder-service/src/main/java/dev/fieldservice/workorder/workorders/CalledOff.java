package dev.fieldservice.workorder.workorders;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When the customer no longer wanted a job, or the company would not do it, and why. */
@Schema(
        name = "CalledOff",
        description = "The job is not wanted any more: nothing new is begun, and what has begun may be stopped")
public record CalledOff(Instant at, String reason) {}
