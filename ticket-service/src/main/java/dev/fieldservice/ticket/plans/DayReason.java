package dev.fieldservice.ticket.plans;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why the work is done on another day than planned, or not at all. */
@Schema(name = "OccurrenceReason")
enum DayReason {
    ON_ITS_DAY,
    NOT_A_WORKING_DAY,
    OUT_OF_SEASON,
    /** On the day on which the one before is done. */
    FALLS_TOGETHER,
    /** Nobody could make it in time. */
    MISSED,
    PAUSED,
    MACHINE_RETIRED,
    /** It stands at another site than the plan's. */
    MACHINE_ELSEWHERE,
    NOT_UNDER_CONTRACT,
    PLAN_CHANGED,
    PLAN_ENDED
}
