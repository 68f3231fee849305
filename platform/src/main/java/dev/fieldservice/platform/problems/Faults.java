package dev.fieldservice.platform.problems;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import jakarta.persistence.OptimisticLockException;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.hibernate.StaleStateException;

/** Tells faults that may pass (retry, 503) from those that never will (park, 500). */
public final class Faults {

    /** PostgreSQL SQLSTATE classes that speak of the connection, the server's state, or a lost race. */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "57", "58");

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private Faults() {}

    public static boolean mayPass(Throwable fault) {
        for (Throwable at = fault; at != null; at = at.getCause()) {
            if (at instanceof PgException pg) {
                String state = String.valueOf(pg.getSqlState());
                return LOCK_NOT_AVAILABLE.equals(state)
                        || state.length() >= 2 && PASSING.contains(state.substring(0, 2));
            }
            if (at instanceof IOException && !(at instanceof com.fasterxml.jackson.core.JacksonException)
                    || at instanceof TimeoutException
                    || at instanceof VertxException
                    || at instanceof OptimisticLockException
                    || at instanceof StaleStateException
                    || isClosedPool(at)) {
                return true;
            }
        }
        return false;
    }

    /** True when another request holds the rows this one needs. */
    public static boolean isLockTimeout(Throwable fault) {
        return postgres(fault)
                .map(pg -> LOCK_NOT_AVAILABLE.equals(pg.getSqlState()))
                .orElse(false);
    }

    /** The violated constraint's name, if the database refused a write because of one. */
    public static Optional<String> violatedConstraint(Throwable fault) {
        return postgres(fault)
                .filter(pg -> pg.getSqlState() != null && pg.getSqlState().startsWith("23"))
                .map(PgException::getConstraint);
    }

    private static Optional<PgException> postgres(Throwable fault) {
        for (Throwable at = fault; at != null; at = at.getCause()) {
            if (at instanceof PgException pg) {
                return Optional.of(pg);
            }
        }
        return Optional.empty();
    }

    private static boolean isClosedPool(Throwable at) {
        return at instanceof IllegalStateException
                && String.valueOf(at.getMessage())
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains("pool closed");
    }
}
