package dev.fieldservice.dispatch;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static dev.fieldservice.platform.testing.Http.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Mailbox;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was corrected about a ticket reaches its order, whoever plans it, and messages that are not sent yet. */
@QuarkusTest
@WithTestResource(RealServers.class)
class CorrectionTest {

    @Test
    void anOrderFollowsItsTicketAndTellsWhoeverGetsItNext() {
        Mechanic tudor = Mechanic.register("Tudor");
        Job job = Job.waiting();

        job.ticketSays(3, "WANTED", ticket -> {
            ticket.put("summary", "Two chillers leak").put("priority", "LOW");
            ((ObjectNode) ticket.get("contact")).put("phone", "+40 722 555 099");
            ((ObjectNode) ticket.at("/location/position")).put("latitude", 45.5);
        });
        job.ticketSays(2, "WANTED", ticket -> ticket.put("summary", "Older than what is known"));
        job.ticketSays(3, "WANTED", ticket -> ticket.put("summary", "The same version once more"));

        eventually(() -> job.seen().then().body("contact.phone", equalTo("+40 722 555 099")));
        UUID appointment = job.given(tudor, Job.in(20), Job.in(21));
        job.seen()
                .then()
                .body("summary", equalTo("Two chillers leak"))
                .body("priority", equalTo("LOW"))
                .body("location.position.latitude", equalTo(45.5f));
        get(Person.DANA, "/v1/service-orders?q=two chillers&ticketId=" + job.ticket())
                .then()
                .body("items.id", hasItem(job.order().toString()));
        JsonNode assigned = Events.awaitOne(Topics.ORDER_ASSIGNED, job.order());
        assertThat(assigned.at("/appointmentId").asText()).isEqualTo(appointment.toString());
        assertThat(assigned.at("/jobCard/summary").asText()).isEqualTo("Two chillers leak");
        assertThat(assigned.at("/ticketVersion").asInt()).isEqualTo(3);
        assertThat(job.history()).containsOnlyOnce("TICKET_CORRECTED");
    }

    @Test
    void aCorrectionThatComesBeforeTheTicketItselfStands() {
        UUID ticket = Ids.next();
        Job.ticketSays(ticket, 2, "WANTED", event -> event.put("summary", "Corrected"));
        Job job = Job.await(ticket);
        Events.publish(Topics.TICKET_CREATED, ticket, Job.ticketCreated(ticket));
        var _ = Job.waiting();

        job.seen().then().body("summary", equalTo("Corrected"));
        assertThat(Job.ordersOf(ticket)).hasSize(1);
    }

    @Test
    void whoeverHadNoAddressIsToldOfTheDelayWhenItIsKnown() {
        Job job = Job.waiting(ticket -> {
            ((ObjectNode) ticket.get("contact")).remove("email");
            ((ObjectNode) ticket.get("customer")).remove("email");
        });
        UUID appointment = job.given(Mechanic.register("Tudor"), Job.in(2), Job.in(3));
        job.delays(appointment, Map.of("expectedArrival", Job.in(3)))
                .then()
                .statusCode(200)
                .body("notice", equalTo("NOT_POSSIBLE"));

        job.ticketSays(
                1, "WANTED", ticket -> ((ObjectNode) ticket.get("contact")).put("email", "maria.pop@shop.example"));

        eventually(() -> get(Person.DANA, "/v1/appointments/" + appointment + "/delays")
                .then()
                .body("items[0].recipient", equalTo("maria.pop@shop.example"))
                .body("items[0].notice", equalTo("SENT"))
                .body("items[0].failure", equalTo(null)));
    }

    @Test
    void anotherNameOfATechnicianReachesWhatIsOpenAndWhoeverIsTold() {
        Mechanic tudor = Mechanic.register("Tudor Ionescu");
        Mailbox maria = Mailbox.of("maria");
        Job job = Job.waiting(ticket -> ((ObjectNode) ticket.get("contact")).put("email", maria.address()));
        UUID visit = job.given(tudor, Job.in(2), Job.in(3));
        job.command("plan-visit", Job.assignment(Job.in(30), Job.in(31), tudor))
                .then()
                .statusCode(200);
        Job closed = Job.waiting();
        UUID over = closed.given(tudor, Job.in(5), Job.in(6));
        closed.isClosed(Instant.now());
        closed.becomes("CLOSED");
        String etag = get(Person.DANA, "/v1/appointments/" + visit).header("ETag");

        renamed(tudor, "Tudor Ionescu-Pop");

        eventually(() -> job.seen()
                .then()
                .body(
                        "appointments.technicians.flatten().name",
                        equalTo(List.of("Tudor Ionescu-Pop", "Tudor Ionescu-Pop"))));
        assertThat(get(Person.DANA, "/v1/appointments/" + visit).header("ETag")).isNotEqualTo(etag);
        JsonNode told = Events.await(Topics.ORDER_ASSIGNED, job.order(), 2).getLast();
        assertThat(told.at("/technicians/0/name").asText()).isEqualTo("Tudor Ionescu-Pop");
        assertThat(told.at("/appointmentId").asText()).isEqualTo(visit.toString());
        assertThat(told.at("/assignmentVersion").asInt()).isEqualTo(2);
        get(Person.DANA, "/v1/appointments/" + over).then().body("technicians[0].name", equalTo("Tudor Ionescu"));
        job.delays(visit, Map.of("delayMinutes", 60)).then().statusCode(200);
        eventually(() -> assertThat(maria.mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("Tudor Ionescu-Pop")));
    }

    /** What was read is sent back with another name. */
    private static void renamed(Mechanic technician, String name) {
        String path = "/v1/technicians/" + technician.id();
        Response read = get(Person.DANA, path);
        Map<String, Object> details = new HashMap<>(read.jsonPath().getMap(""));
        put(Person.DANA, path, read.header("ETag"), details).then().statusCode(200);
        details.put("name", name);
        put(Person.DANA, path, get(Person.DANA, path).header("ETag"), details)
                .then()
                .statusCode(200);
    }

    @Test
    void crewsAndTerritoriesAreSentBackAsTheyWereRead() {
        Mechanic tudor = Mechanic.register("Tudor");
        Map<String, Object> crew =
                Map.of("name", "Crew " + tudor.id(), "leadId", tudor.id(), "memberIds", List.of(tudor.id()));
        List<Map<String, Double>> corners = List.of(
                Map.of("latitude", 44.3, "longitude", 25.9),
                Map.of("latitude", 44.3, "longitude", 26.1),
                Map.of("latitude", 44.6, "longitude", 26.0));
        Map<String, Object> territory = Map.of("name", "West " + tudor.id(), "boundary", corners);
        for (String path : List.of(
                post(Person.DANA, "/v1/crews", crew).header("Location"),
                post(Person.DANA, "/v1/territories", territory).header("Location"))) {
            Response read = get(Person.DANA, path);
            put(Person.DANA, path, read.header("ETag"), read.jsonPath().getMap(""))
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void whatIsClosedStaysAsItWasAndOnlyWhatItWouldHaveFollowedIsTooLate() {
        Job job = Job.waiting();
        job.ticketSays(2, "WANTED", ticket -> {});
        eventually(() -> assertThat(job.history()).contains("TICKET_CORRECTED"));
        job.isClosed(Instant.parse("2026-03-02T12:00:00Z"));
        job.becomes("CLOSED");
        String summary = job.seen().path("summary");

        job.ticketSays(3, "WANTED", ticket -> ticket.putArray("attachments"));
        job.ticketSays(4, "WANTED", ticket -> ticket.put("summary", "Too late"));

        eventually(() -> assertThat(job.history()).contains("TICKET_CHANGED_TOO_LATE"));
        assertThat(job.history()).containsOnlyOnce("TICKET_CHANGED_TOO_LATE");
        job.seen().then().body("summary", equalTo(summary));
    }
}
