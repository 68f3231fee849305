package dev.fieldservice.gateway.standins;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;

/** The access log, line by line as it is written, from now until this is closed. */
public final class AccessLines implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger("access");

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final Handler reader = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(new PatternFormatter("%s").format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    public AccessLines() {
        LOG.addHandler(reader);
    }

    public BlockingQueue<String> all() {
        return lines;
    }

    @Override
    public void close() {
        LOG.removeHandler(reader);
    }
}
