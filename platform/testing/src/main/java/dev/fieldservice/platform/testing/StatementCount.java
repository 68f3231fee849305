package dev.fieldservice.platform.testing;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;

/**
 * Counts the statements that are sent to the database while something is done: all that goes through sessions, and neither
 * begin nor commit. Rows that are written by one batch are one statement.
 */
public final class StatementCount extends Handler {

    private static final Logger SQL = Logger.getLogger("org.hibernate.SQL");

    private final List<String> statements = new CopyOnWriteArrayList<>();

    private StatementCount() {}

    /** What is sent while this is done, by whomever: what a service does by the clock is in it too. */
    public static List<String> during(Runnable work) {
        StatementCount count = new StatementCount();
        Level level = SQL.getLevel();
        boolean isPassedOn = SQL.getUseParentHandlers();
        SQL.setLevel(Level.ALL);
        SQL.setUseParentHandlers(false);
        SQL.addHandler(count);
        try {
            work.run();
        } finally {
            SQL.removeHandler(count);
            SQL.setUseParentHandlers(isPassedOn);
            SQL.setLevel(level);
        }
        return List.copyOf(count.statements);
    }

    /** What is sent the time with the fewest: what else the service does meanwhile is left out. */
    public static List<String> fewest(int times, Runnable work) {
        return IntStream.range(0, times)
                .mapToObj(time -> during(work))
                .min(Comparator.comparing(List::size))
                .orElseThrow();
    }

    @Override
    public void publish(LogRecord logged) {
        statements.add(logged.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
