package dev.fieldservice.platform.errands;

import dev.fieldservice.platform.database.Faults;
import dev.fieldservice.platform.metrics.Fields;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jboss.logging.Logger;

/** Metrics and log lines of jobs: what became of each, under the trace of the command that caused them. */
@ApplicationScoped
class ErrandTrail {

    private static final Logger LOG = Logger.getLogger("errands");

    private final MeterRegistry metrics;

    ErrandTrail(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void done(ErrandRow row) {
        tell(row.repeating ? Logger.Level.DEBUG : Logger.Level.INFO, row, "done", "");
    }

    /** The reason itself may quote data: it stands with the job, where only administrators read it. */
    void failed(ErrandRow row, Throwable fault) {
        tell(
                Logger.Level.WARN,
                row,
                row.state == ErrandRow.State.GIVEN_UP ? "given-up" : "retried",
                ": " + Faults.brief(fault));
    }

    /** Nothing was recorded: it is tried again when the lease is over. */
    void lost(ErrandQueue.Claim claim, Throwable fault) {
        LOG.warnf("%s %s left no result: %s", claim.kind(), claim.id(), Faults.brief(fault));
        count(claim.kind(), "lost");
    }

    private void tell(Logger.Level level, ErrandRow row, String outcome, String why) {
        count(row.kind, outcome);
        Fields.say(
                LOG,
                level,
                "%s %s %s%s".formatted(row.kind, row.id(), outcome, why),
                Map.of(
                        "kind",
                        row.kind,
                        "outcome",
                        outcome,
                        "subject",
                        row.subjectId.toString(),
                        "errandId",
                        row.id().toString(),
                        "traceId",
                        row.traceparent == null ? "-" : row.traceparent.split("-")[1]));
    }

    private void count(String kind, String outcome) {
        metrics.counter("fieldservice.errands.attempts", "kind", kind, "outcome", outcome)
                .increment();
    }
}
