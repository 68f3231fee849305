package dev.fieldservice.workorder.visits;

/** How the work on site ended. */
public enum Outcome {
    COMPLETE(VisitLifecycle.Command.COMPLETE),
    INCOMPLETE(VisitLifecycle.Command.COMPLETE_PARTLY),
    CANNOT_COMPLETE(VisitLifecycle.Command.GIVE_UP);

    private final VisitLifecycle.Command command;

    Outcome(VisitLifecycle.Command command) {
        this.command = command;
    }

    public VisitLifecycle.Command command() {
        return command;
    }
}
