package dev.fieldservice.workorder.workorders;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who examines a job before it is closed. NOBODY: it closes by itself, if all is done and the customer has signed it. */
@Schema(name = "ExaminedBy")
public enum ExaminedBy {
    DESIGNATED,
    ANY_SUPERVISOR,
    NOBODY
}
