package dev.fieldservice.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.platform.testing.StatementCount;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a command costs, counted in statements, does not grow with the visits that came before. */
@QuarkusTest
@WithTestResource(RealServers.class)
class StatementsTest {

    private static final int EARLIER_VISITS = 8;

    private Mechanic tudor;

    @BeforeEach
    void aTechnicianIsFree() {
        tudor = Mechanic.register("Tudor Ionescu");
    }

    @Test
    void aCommandCostsTheSameHoweverManyVisitsCameBefore() {
        Job old = Job.waiting();
        for (int i = 0; i < EARLIER_VISITS; i++) {
            visitWithoutEnd(old, i);
        }

        for (Job job : List.of(Job.waiting(), old)) {
            Map<String, List<String>> sent = fewestOfThree(job);
            assertThat(sent.get("assign")).as("assign").hasSize(10);
            assertThat(sent.get("unassign")).as("unassign").hasSize(10);
            assertThat(sent.get("hold")).as("hold").hasSize(10);
            assertThat(sent.get("resume")).as("resume").hasSize(6);
        }
    }

    /** What the service does by the clock at the same time is not in the fewest. */
    private Map<String, List<String>> fewestOfThree(Job job) {
        Map<String, Object> assignment = Job.assignment(Job.in(60), Job.in(61), tudor);
        Map<String, List<String>> sent = new HashMap<>();
        for (int i = 0; i < 3; i++) {
            send(sent, job, "assign", assignment);
            send(sent, job, "unassign", Map.of("reason", "Needed elsewhere"));
            send(sent, job, "assign", assignment);
            send(sent, job, "hold", Map.of("reason", "CUSTOMER"));
            send(sent, job, "resume", Map.of());
        }
        return sent;
    }

    private static void send(Map<String, List<String>> sent, Job job, String command, Object body) {
        List<String> statements =
                StatementCount.during(() -> job.command(command, body).then().statusCode(200));
        sent.merge(command, statements, (before, now) -> now.size() < before.size() ? now : before);
    }

    private void visitWithoutEnd(Job job, int number) {
        Instant now = Instant.parse("2026-03-02T09:00:00Z").plusSeconds(number * 3600L);
        UUID visit = job.given(tudor, Job.in(20 + number), Job.in(21 + number));
        job.progresses(visit, 2 * number + 1, "PARTIALLY_COMPLETED", now);
        job.visitBecomes(visit, "PARTIALLY_COMPLETED");
        job.isReportedDone(visit, "INCOMPLETE", true, now);
        job.becomes("UNSCHEDULED");
    }
}
