package dev.fieldservice.platform.inbox;

import dev.fieldservice.platform.database.Faults;
import dev.fieldservice.platform.metrics.Fields;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Metrics and log lines of consumed messages: what became of each, under the trace of the command that caused them. */
@ApplicationScoped
class Trail {

    private static final Logger LOG = Logger.getLogger("events");

    private final MeterRegistry metrics;

    Trail(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void done(ConsumerRecord<String, byte[]> message, boolean isFirst) {
        tell(Logger.Level.INFO, message, isFirst ? "effect" : "duplicate", "");
    }

    /** It also travels in a version that there is a handler for. */
    void otherVersion(ConsumerRecord<String, byte[]> message) {
        tell(Logger.Level.DEBUG, message, "other-version", "");
    }

    /** It counts as never told. */
    void untold(ConsumerRecord<String, byte[]> message) {
        tell(Logger.Level.INFO, message, "untold", "");
    }

    void waits(ConsumerRecord<String, byte[]> message, Throwable fault) {
        tell(Logger.Level.WARN, message, "retried", ": " + Faults.brief(fault));
    }

    void parked(ConsumerRecord<String, byte[]> message, Throwable fault) {
        tell(Logger.Level.WARN, message, "parked", ": " + Faults.brief(fault));
    }

    private void tell(Logger.Level level, ConsumerRecord<String, byte[]> message, String outcome, String why) {
        metrics.counter("fieldservice.inbox.messages", "topic", message.topic(), "outcome", outcome)
                .increment();
        Fields.say(
                LOG,
                level,
                "%s[%d]@%d %s%s".formatted(message.topic(), message.partition(), message.offset(), outcome, why),
                Map.of(
                        "topic", message.topic(),
                        "outcome", outcome,
                        "subject", printable(message.key()),
                        "eventId", printable(Envelopes.header(message, "ce_id")),
                        "traceId", traceId(message)));
    }

    private static String traceId(ConsumerRecord<String, byte[]> message) {
        String traceparent = Envelopes.traceparent(message);
        return traceparent == null ? "-" : traceparent.split("-")[1];
    }

    /** Keys and ids are UUIDs; of what is not one of ours only so much as cannot forge or flood a line. */
    private static String printable(String any) {
        String text = Objects.requireNonNullElse(any, "-");
        return text.substring(0, Math.min(text.length(), 64)).replaceAll("[^\\x21-\\x7e]", "?");
    }
}
