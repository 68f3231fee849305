package dev.fieldservice.dispatch.worktypes;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What becomes of a number that lies outside the limits: a measured value may be bad and true, a typing error is not. */
@Schema(name = "OutOfLimits")
public enum OutOfLimits {
    REFUSED,
    MARKED
}
