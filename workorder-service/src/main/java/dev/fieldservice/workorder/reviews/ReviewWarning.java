package dev.fieldservice.workorder.reviews;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a reviewer should look at before anything else. */
@Schema(name = "ReviewWarning")
public enum ReviewWarning {
    NO_SIGNATURE,
    SIGNATURE_REFUSED,
    CUSTOMER_ABSENT,
    SIGNATURE_OUTDATED,
    /** Nothing else was changed, and nobody has to sign anew. */
    PHOTOS_AFTER_SIGNATURE,
    NO_PHOTO_AFTER,
    WORK_WITHOUT_TIME,
    /** What the kind of work asks for was there when the job was completed, and is not any more. */
    SOMETHING_MISSING,
    ANSWER_OUT_OF_LIMITS,
    PARTS_OFF_PLAN
}
