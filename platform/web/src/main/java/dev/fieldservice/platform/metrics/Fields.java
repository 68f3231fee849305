package dev.fieldservice.platform.metrics;

import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** Log lines with fields of their own, which a structured log keeps apart from the text. */
public final class Fields {

    private Fields() {}

    /** The fields hold for this line only: many messages are under way at once on one event loop. */
    public static void say(Logger log, Logger.Level level, String text, Map<String, String> fields) {
        if (!log.isEnabled(level)) {
            return;
        }
        Map<String, Object> before = Map.copyOf(MDC.getMap());
        fields.forEach(MDC::put);
        try {
            log.log(level, text);
        } finally {
            fields.keySet().forEach(MDC::remove);
            before.forEach(MDC::put);
        }
    }
}
