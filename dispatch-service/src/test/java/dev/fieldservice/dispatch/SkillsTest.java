package dev.fieldservice.dispatch;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static dev.fieldservice.platform.testing.Http.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ticket requires refrigeration and f-gas: who may be sent. */
@QuarkusTest
@WithTestResource(RealServers.class)
class SkillsTest {

    private Mechanic certified;
    private Mechanic apprentice;
    private Job job;

    @BeforeEach
    void aJobAndTwoWhoAreFree() {
        certified = Mechanic.register("Tudor Ionescu");
        apprentice = Mechanic.register("Ucenic Pop", List.of("refrigeration"));
        job = Job.waiting();
    }

    @Test
    void whoLacksASkillIsNotSent() {
        job.command("assign", Job.assignment(Job.in(10), Job.in(12), apprentice))
                .then()
                .statusCode(422)
                .body("code", equalTo("skills-missing"))
                .body("errors[0].pointer", equalTo("/technicianIds"))
                .body("detail", containsString("f-gas"));

        job.seen().then().body("state", equalTo("UNSCHEDULED"), "appointments", empty());
        assertThat(Job.waiting(ticket -> ticket.putArray("requiredSkills")).given(apprentice, Job.in(10), Job.in(12)))
                .as("nothing is left of what was refused")
                .isNotNull();
    }

    @Test
    void whoLacksASkillDoesNotClaim() {
        apprentice.gets(job.path()).then().statusCode(200).body("allowedCommands", empty());
        certified.gets(job.path()).then().body("allowedCommands", equalTo(List.of("claim")));
        apprentice
                .posts(job.path() + "/claim", Map.of())
                .then()
                .statusCode(422)
                .body("code", equalTo("skills-missing"))
                .body("detail", containsString("f-gas"));
        certified.posts(job.path() + "/claim", Map.of()).then().statusCode(200);
        apprentice.posts(job.path() + "/claim", Map.of()).then().statusCode(404);
    }

    @Test
    void aTeamHasWhatOneOfItsMembersHas() {
        job.command("assign", Job.assignment(Job.in(10), Job.in(12), apprentice, certified))
                .then()
                .statusCode(200);
        job.seen().then().body("missingSkills", empty());
    }

    @Test
    void aCrewIsAskedForItsSkillsToo() {
        String crew = post(
                        Person.DANA,
                        "/v1/crews",
                        Map.of(
                                "name",
                                "Crew " + Ids.next(),
                                "leadId",
                                apprentice.id(),
                                "memberIds",
                                List.of(apprentice.id())))
                .path("id");
        job.command("assign", Map.of("crewId", crew, "window", Job.window(Job.in(10), Job.in(12))))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/crewId"));
    }

    @Test
    void aDispatcherMaySendSomebodyAllTheSameAndSaysWhy() {
        Map<String, Object> assignment = Job.assignment(Job.in(10), Job.in(12), apprentice);
        assignment.put("skillOverrideReason", "Supravegheat la telefon de Tudor");
        job.command("assign", assignment).then().statusCode(200);

        job.seen().then().body("missingSkills", equalTo(List.of("f-gas")));
        assertThat(get(Person.DANA, "/v1/history?limit=200&correlationId=" + job.ticket())
                        .<String>path("items.find { it.action == 'SKILLS_OVERRIDDEN' }.reason"))
                .isEqualTo("f-gas: Supravegheat la telefon de Tudor");
    }

    @Test
    void aReasonThatNobodyNeedsIsNotKept() {
        Map<String, Object> assignment = Job.assignment(Job.in(10), Job.in(12), certified);
        assignment.put("skillOverrideReason", "De rezervă");
        job.command("assign", assignment).then().statusCode(200);
        assertThat(job.history()).doesNotContain("SKILLS_OVERRIDDEN");
    }

    @Test
    void whoeverPlansSeesWhenThoseWhoGoNoLongerCan() {
        Mechanic helper = Mechanic.register("Ajutor Marin", List.of());
        job.isPlannedFor(certified, Job.in(10), Job.in(12));
        job.seen().then().body("missingSkills", empty());

        job.ticketSays(2, "WANTED", ticket -> ticket.putArray("requiredSkills").add("ammonia"));
        eventually(() -> assertThat(job.seen().<List<String>>path("missingSkills"))
                .as("the ticket was corrected")
                .containsExactly("ammonia"));

        Job other = Job.waiting();
        other.command("assign", Job.assignment(Job.in(12), Job.in(13), apprentice, helper, certified))
                .then()
                .statusCode(200);
        String path = "/v1/technicians/" + certified.id();
        put(
                        Person.DANA,
                        path,
                        get(Person.DANA, path).header("ETag"),
                        Map.of("userId", certified.id(), "name", certified.name(), "skills", List.of("ammonia")))
                .then()
                .statusCode(200);
        assertThat(other.seen().<List<String>>path("missingSkills"))
                .as("the certificate has run out")
                .containsExactly("f-gas");
        assertThat(job.seen().<List<String>>path("missingSkills")).isEmpty();
    }

    @Test
    void whoeverPlansSeesWhenTheOneWhoCanDropsOut() {
        String appointment = job.command("assign", Job.assignment(Job.in(1), Job.in(2), apprentice, certified))
                .path("appointment.id");
        Events.publish(
                Topics.VISIT_PROGRESSED,
                job.order(),
                Map.of(
                        "orderId",
                        job.order(),
                        "ticketId",
                        job.ticket(),
                        "appointmentId",
                        appointment,
                        "progressVersion",
                        1,
                        "state",
                        "REJECTED",
                        "technicianId",
                        certified.id(),
                        "crewGoesOn",
                        true,
                        "occurredAt",
                        Instant.now().toString()));
        eventually(
                () -> assertThat(job.seen().<List<String>>path("missingSkills")).containsExactly("f-gas"));
    }
}
