package dev.fieldservice.platform.problems;

import com.fasterxml.jackson.core.JacksonException;
import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** Classifies the failures that a deployable without a database may meet: connections that fail and answers that do not come. */
@DefaultBean
@Singleton
class ConnectionFaults implements FaultKinds {

    @Override
    public Kind of(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof IOException && !(at instanceof JacksonException) || at instanceof TimeoutException) {
                return Kind.PASSING;
            }
        }
        return Kind.DEFECT;
    }
}
