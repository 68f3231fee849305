package dev.fieldservice.dispatch.errands;

import dev.fieldservice.platform.errands.ErrandKind;

/** The kinds of jobs that this service has done later. */
public enum DispatchErrand implements ErrandKind {
    DELAY_MAIL,
    /** A visit takes another time than was expected: what comes after it is expected anew. */
    ARRIVALS_ANEW,
    /** A technician has another name: open orders show it. */
    NAMES_ANEW,
    /** Nobody comes any more at the hour that a customer was told. */
    HOUR_GIVEN_UP,
    /** A visit is planned: its customer is told, and reminded. */
    VISIT_PLANNED,
    /** Somebody is on the way: the customer is told. */
    SET_OUT
}
