package dev.fieldservice.dispatch.errands;

import dev.fieldservice.platform.errands.ErrandKind;

/** The kinds of jobs that this service has done later. */
public enum DispatchErrand implements ErrandKind {
    DELAY_MAIL
}
