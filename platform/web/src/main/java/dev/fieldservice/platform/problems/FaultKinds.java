package dev.fieldservice.platform.problems;

/**
 * The classification of unexpected failures: what one means to a client. What it is made of (a database, a broker) knows its
 * own failures.
 */
public interface FaultKinds {

    enum Kind {
        /** Another request holds what this one needs: 409. */
        IN_FLIGHT,
        /** May pass by itself, so that the same request may be repeated: 503. */
        PASSING,
        /** A fault of ours: 500. */
        DEFECT
    }

    Kind of(Throwable failure);
}
