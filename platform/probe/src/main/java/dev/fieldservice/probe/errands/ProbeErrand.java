package dev.fieldservice.probe.errands;

import dev.fieldservice.platform.errands.ErrandKind;

/** The kinds of jobs that the probe has done later. */
public enum ProbeErrand implements ErrandKind {
    REMINDER,
    REPEATED_REMINDER,
    NOTE_MAIL
}
