package dev.fieldservice.workorder;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Listens to what the service says to the database, but for where transactions begin and end. */
final class Statements extends Handler {

    private static final Logger LOG = Logger.getLogger("org.hibernate.SQL");

    private final List<String> heard = new ArrayList<>();

    private Statements() {}

    /** All that is said while something is done; several rows of one kind that are sent at once are one statement. */
    static List<String> during(Runnable what) {
        Statements statements = new Statements();
        Level before = LOG.getLevel();
        boolean isShown = LOG.getUseParentHandlers();
        LOG.setLevel(Level.FINE);
        LOG.setUseParentHandlers(false);
        LOG.addHandler(statements);
        try {
            what.run();
            return statements.heard();
        } finally {
            LOG.removeHandler(statements);
            LOG.setUseParentHandlers(isShown);
            LOG.setLevel(before);
        }
    }

    @Override
    public synchronized void publish(LogRecord said) {
        heard.add(said.getMessage());
    }

    private synchronized List<String> heard() {
        return List.copyOf(heard);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
