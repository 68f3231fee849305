package dev.fieldservice.billing.returns;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What finance finds fault with in a closed job, as it is counted; what exactly is said in words. */
@Schema(name = "JobShortcoming")
public enum JobShortcoming {
    MISSING_PHOTOS,
    MISSING_PARTS,
    WRONG_TIMES,
    SIGNATURE,
    WORK_NOT_DONE,
    OTHER
}
