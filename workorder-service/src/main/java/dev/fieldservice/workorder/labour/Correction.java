package dev.fieldservice.workorder.labour;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the steps of the visit had proposed, and why it was recorded otherwise. */
@Schema(name = "TimeCorrection", description = "What the steps had proposed, and why it was recorded otherwise")
public record Correction(TimeEntry.Kind kind, Instant startedAt, Instant endedAt, String reason) {}
