package dev.fieldservice.dispatch;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The technician misses a valve, which is not to be missing once more. */
@QuarkusTest
@WithTestResource(RealServers.class)
class LeftOverTest {

    private final UUID valve = Ids.next();
    private final UUID filter = Ids.next();

    private Mechanic tudor;
    private Job job;
    private UUID first;

    @BeforeEach
    void aJobThatIsBegun() {
        tudor = Mechanic.register("Tudor Ionescu");
        job = Job.waiting();
        first = job.given(tudor, Job.in(1), Job.in(4));
    }

    @Test
    void theFollowUpTakesItAlongBesidesWhatSuchWorkUsuallyNeedsAlsoWhenItIsMoved() {
        job.command("set-work-type", Map.of("workTypeId", service())).then().statusCode(200);
        theValveIsMissing();

        Response claimed = tudor.posts(job.path() + "/claim", Map.of("window", Job.window(Job.in(24), Job.in(26))));
        claimed.then().statusCode(200);
        UUID second = UUID.fromString(claimed.path("appointment.id"));
        assertThat(partsOf(second)).containsExactly(filter, valve);

        assertThat(job.given(tudor, Job.in(30), Job.in(32))).isEqualTo(second);
        assertThat(partsOf(second)).containsExactly(filter, valve);
    }

    @Test
    void theVisitThatWasPlannedBeforeTakesItAlongWhenItsTurnComes() {
        UUID second = follows(Job.assignment(Job.in(24), Job.in(28), tudor));
        job.leaves(first, "Proba de etanșeitate", valve);

        job.visitBecomes(second, "DISPATCHED");
        assertThat(partsOf(second)).containsExactly(valve);
        assertThat(told(2)).containsExactly(valve);
    }

    @Test
    void theFieldIsToldAnewWhereTheVisitWasItsNextBeforeAnybodyKnewWhatIsMissing() {
        UUID second = follows(Job.assignment(Job.in(24), Job.in(28), tudor));
        job.progresses(first, 1, "PARTIALLY_COMPLETED", Instant.now());
        job.visitBecomes(second, "DISPATCHED");
        assertThat(told(2)).isEmpty();

        job.leaves(first, "Proba de etanșeitate", valve);

        assertThat(told(3)).containsExactly(valve);
        assertThat(partsOf(second)).containsExactly(valve);
    }

    @Test
    void aVisitThatWasPlannedWithPartsOfItsOwnStaysAsItWasPlanned() {
        Map<String, Object> withFilter = Job.assignment(Job.in(24), Job.in(28), tudor);
        withFilter.put("plannedParts", List.of(pieces(filter)));
        UUID second = follows(withFilter);
        job.leaves(first, "Proba de etanșeitate", valve);

        job.visitBecomes(second, "DISPATCHED");
        assertThat(told(2)).containsExactly(filter);
    }

    @Test
    void whoSaysThatNothingIsTakenAlongIsNotOverruled() {
        job.command("set-work-type", Map.of("workTypeId", service())).then().statusCode(200);
        theValveIsMissing();
        Map<String, Object> withNothing = Job.assignment(Job.in(24), Job.in(26), tudor);
        withNothing.put("plannedParts", List.of());

        job.command("assign", withNothing).then().statusCode(200).body("appointment.plannedParts", equalTo(List.of()));
        job.command("assign", Job.assignment(Job.in(30), Job.in(32), tudor))
                .then()
                .statusCode(200)
                .body("appointment.plannedParts", equalTo(List.of()));
    }

    private void theValveIsMissing() {
        job.progresses(first, 1, "PARTIALLY_COMPLETED", Instant.now());
        job.leaves(first, "Proba de etanșeitate", valve);
        eventually(() -> job.seen()
                .then()
                .body("state", equalTo("UNSCHEDULED"))
                .body("leftOver.partsNeeded[0].partId", equalTo(valve.toString())));
    }

    private UUID follows(Map<String, Object> assignment) {
        Response answer = job.command("plan-visit", assignment);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return UUID.fromString(answer.path("appointment.id"));
    }

    /** A kind of work for which a filter is taken along. */
    private UUID service() {
        String one = Ids.next().toString();
        Response answer = post(
                Person.DANA,
                "/v1/work-types",
                Map.of(
                        "code",
                        "SERVICE-" + one.substring(one.length() - 12),
                        "name",
                        "Service " + one,
                        "expectedMinutes",
                        90,
                        "plannedParts",
                        List.of(pieces(filter)),
                        "signatureNeeded",
                        false));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return UUID.fromString(answer.path("id"));
    }

    private static Map<String, Object> pieces(UUID part) {
        return Map.of("partId", part, "quantity", Map.of("amount", "2", "unit", "EA"));
    }

    private static List<UUID> partsOf(UUID visit) {
        return get(Person.DANA, "/v1/appointments/" + visit).<List<String>>path("plannedParts.partId").stream()
                .map(UUID::fromString)
                .toList();
    }

    /** What the field was told last to take along, after so many plans. */
    private List<UUID> told(int plans) {
        JsonNode last = Events.await(Topics.ORDER_ASSIGNED, job.order(), plans).getLast();
        return last.path("plannedParts")
                .valueStream()
                .map(part -> UUID.fromString(part.path("partId").asText()))
                .toList();
    }
}
