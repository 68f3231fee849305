package dev.fieldservice.platform.database;

import dev.fieldservice.platform.problems.FaultKinds;
import jakarta.inject.Singleton;

/** Classifies the failures that a deployable with a database may meet. */
@Singleton
class DatabaseFaults implements FaultKinds {

    @Override
    public Kind of(Throwable failure) {
        if (Faults.isLockTimeout(failure)) {
            return Kind.IN_FLIGHT;
        }
        return Faults.mayPass(failure) ? Kind.PASSING : Kind.DEFECT;
    }
}
