package dev.fieldservice.bench.scale;

/**
 * When in the life of a job people send commands. How many of them where is assumed; together they are about as many as were counted
 * for a cycle, and what a job costs is spread evenly over them, however many there are.
 */
enum Moment {
    /** The call and the planning, at any time of the day. */
    OFFICE(6),
    /** Accepts, sets out, arrives, begins. */
    BEGINNING(4),
    /** Parts, photos, answers, while the work goes on. */
    MEANWHILE(4),
    /** Time, signature, complete: within two minutes of the end. */
    END(3),
    /** Examined and closed within two hours of the end; the report is printed. */
    CLOSING(1),
    /** Finance issues what was closed since yesterday, in the afternoon. */
    MONEY(3);

    private final int commands;

    Moment(int commands) {
        this.commands = commands;
    }

    int commands() {
        return commands;
    }
}
