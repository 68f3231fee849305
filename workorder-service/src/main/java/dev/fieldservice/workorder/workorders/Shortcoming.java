package dev.fieldservice.workorder.workorders;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What keeps a reviewer from closing a job, as it is counted; what exactly is said in words. */
@Schema(name = "Shortcoming")
public enum Shortcoming {
    MISSING_PHOTOS,
    MISSING_PARTS,
    WRONG_TIMES,
    SIGNATURE,
    WORK_NOT_DONE,
    OTHER
}
