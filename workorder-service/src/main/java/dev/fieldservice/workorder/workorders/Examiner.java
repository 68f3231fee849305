package dev.fieldservice.workorder.workorders;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param id also the subject of the supervisor's access token */
@Schema(name = "Examiner")
public record Examiner(UUID id, String name) {}
