package dev.fieldservice.platform.database;

import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.problems.Refused;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import jakarta.persistence.OptimisticLockException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.StaleStateException;

/** Tells faults that may pass (retry, 503) from those that never will (park, 500). */
public final class Faults {

    /** PostgreSQL SQLSTATE classes that speak of the connection, the server's state, or a lost race. */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "57", "58");

    private static final Pattern CONSTRAINT = Pattern.compile("constraint \"([^\"]+)\"");
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String QUERY_CANCELED = "57014";
    private static final String DATA_EXCEPTION = "22";
    private static final String NOT_NULL_VIOLATION = "23502";

    private Faults() {}

    /** {@code NoStackTraceThrowable} is how the PostgreSQL client says that its connection is gone, or that it got none in time. */
    public static boolean mayPass(Throwable fault) {
        for (Throwable at = fault; at != null; at = at.getCause()) {
            Optional<String> state = sqlState(at);
            if (state.isPresent()) {
                return LOCK_NOT_AVAILABLE.equals(state.get())
                        || PASSING.stream().anyMatch(state.get()::startsWith);
            }
            if (at instanceof IOException && !(at instanceof com.fasterxml.jackson.core.JacksonException)
                    || at instanceof TimeoutException
                    || at instanceof VertxException
                    || at instanceof NoStackTraceThrowable
                    || at instanceof OptimisticLockException
                    || at instanceof StaleStateException
                    || at instanceof Refused refused && refused.refusal() instanceof Refusal.Unavailable
                    || isClosedPool(at)) {
                return true;
            }
        }
        return false;
    }

    /** True when it is what was to be stored that is wrong, whatever else there is: a value that is missing or out of range. */
    public static boolean liesInTheData(Throwable fault) {
        return firstSqlState(fault)
                .filter(state -> state.equals(NOT_NULL_VIOLATION) || state.startsWith(DATA_EXCEPTION))
                .isPresent();
    }

    /** True when another request holds the rows this one needs. */
    public static boolean isLockTimeout(Throwable fault) {
        return firstSqlState(fault).filter(LOCK_NOT_AVAILABLE::equals).isPresent();
    }

    /** True when a statement took longer than one may (statement_timeout). */
    public static boolean isStatementTimeout(Throwable fault) {
        return firstSqlState(fault).filter(QUERY_CANCELED::equals).isPresent();
    }

    /** The violated constraint's name, if the database refused a write because of one. */
    public static Optional<String> violatedConstraint(Throwable fault) {
        return firstSqlState(fault).filter(state -> state.startsWith("23")).flatMap(state -> constraint(fault));
    }

    /** For logs: what a database or a parser says about data may quote it, what it says about a connection does not. */
    public static String brief(Throwable fault) {
        if (fault instanceof Refused refused) {
            return refused.refusal().code();
        }
        return mayPass(fault) ? fault.toString() : fault.getClass().getSimpleName();
    }

    /** True when a database or a parser may have put what it was given into its message. */
    public static boolean mayQuote(Throwable fault) {
        return Stream.iterate(fault, at -> at != null, Throwable::getCause)
                .anyMatch(at -> at instanceof com.fasterxml.jackson.core.JacksonException
                        || sqlState(at).isPresent());
    }

    private static Optional<String> constraint(Throwable fault) {
        for (Throwable at = fault; at != null; at = at.getCause()) {
            if (at instanceof PgException pg) {
                return Optional.ofNullable(pg.getConstraint());
            }
            if (at instanceof SQLException) {
                Matcher named = CONSTRAINT.matcher(String.valueOf(at.getMessage()));
                return named.find() ? Optional.of(named.group(1)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<String> firstSqlState(Throwable fault) {
        for (Throwable at = fault; at != null; at = at.getCause()) {
            Optional<String> state = sqlState(at);
            if (state.isPresent()) {
                return state;
            }
        }
        return Optional.empty();
    }

    /** Hibernate Reactive keeps neither the driver's exception nor its fields, only a message and the state. */
    private static Optional<String> sqlState(Throwable at) {
        return switch (at) {
            case PgException pg -> Optional.ofNullable(pg.getSqlState());
            case SQLException sql -> Optional.ofNullable(sql.getSQLState());
            default -> Optional.empty();
        };
    }

    private static boolean isClosedPool(Throwable at) {
        return at instanceof IllegalStateException
                && String.valueOf(at.getMessage())
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains("pool closed");
    }
}
