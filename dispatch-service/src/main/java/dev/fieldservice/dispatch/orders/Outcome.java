package dev.fieldservice.dispatch.orders;

/** How the work on site ended. */
enum Outcome {
    COMPLETE,
    INCOMPLETE,
    CANNOT_COMPLETE;

    AppointmentLifecycle.State visit() {
        return switch (this) {
            case COMPLETE -> AppointmentLifecycle.State.COMPLETED;
            case INCOMPLETE -> AppointmentLifecycle.State.PARTIALLY_COMPLETED;
            case CANNOT_COMPLETE -> AppointmentLifecycle.State.CANNOT_COMPLETE;
        };
    }
}
