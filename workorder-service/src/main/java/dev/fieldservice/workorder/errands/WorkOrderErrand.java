package dev.fieldservice.workorder.errands;

import dev.fieldservice.platform.errands.ErrandKind;

/** The kinds of jobs that this service has done later. */
public enum WorkOrderErrand implements ErrandKind {
    /** A small picture of a photo. */
    PHOTO_THUMBNAIL
}
