package dev.fieldservice.dispatch;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of a service order, by the events of the other services. */
@QuarkusTest
@WithTestResource(RealServers.class)
class OrderTest {

    @Inject
    AgroalDataSource database;

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void aTicketBecomesOneOrderHoweverOftenItIsTold() {
        UUID ticket = Ids.next();
        UUID event = UUID.randomUUID();
        Events.publish(Topics.TICKET_CREATED, ticket, event, Job.ticketCreated(ticket));
        Events.publish(Topics.TICKET_CREATED, ticket, event, Job.ticketCreated(ticket));
        Events.publish(Topics.TICKET_CREATED, ticket, Job.ticketCreated(ticket));
        UUID next = Ids.next();
        Events.publish(
                Topics.TICKET_CREATED, ticket, Job.ticketCreated(next)); // by the same key, so read after all before

        var _ = Job.await(next);
        Job job = Job.await(ticket);
        assertThat(job.history()).containsOnlyOnce("CREATE");
        JsonNode created = Events.awaitOne(Topics.ORDER_CREATED, job.order());
        assertThat(created.at("/number").asText()).matches("SO-\\d{4}-\\d{6}");
        assertThat(created.at("/ticketId").asText()).isEqualTo(ticket.toString());
    }

    @Test
    void anOrderShowsAllThatTheDispatcherEntered() {
        Job.waiting()
                .seen()
                .then()
                .statusCode(200)
                .header("ETag", matchesPattern("\"0-[0-9a-f]+\""))
                .body("number", matchesPattern("SO-\\d{4}-\\d{6}"))
                .body("state", equalTo("UNSCHEDULED"))
                .body("allowedCommands", contains("assign", "hold", "set-work-type"))
                .body("contact.phone", equalTo("+40 722 555 010"))
                .body("location.position.latitude", equalTo(44.4269f))
                .body("links.map", equalTo("geo:44.4269,26.0346?q=44.4269,26.0346(Magazin%20Cotroceni)"))
                .body(
                        "links.directions",
                        equalTo("https://www.google.com/maps/dir/?api=1&destination=44.4269%2C26.0346"))
                .body("requiredSkills", hasItems("refrigeration", "f-gas"))
                .body("instructions", notNullValue());
    }

    @Test
    void aTicketThatWasCalledOffBeforeItWasHeardOfGetsNoOrder() {
        UUID ticket = Ids.next();
        Job.isCancelled(ticket, "Called twice");
        eventually(() -> assertThat(isKnown(ticket)).isTrue());
        Events.publish(Topics.TICKET_CREATED, ticket, Job.ticketCreated(ticket));
        Events.publish(Topics.TICKET_CREATED, ticket, Job.ticketCreated(ticket));

        var _ = Job.waiting();
        assertThat(Job.ordersOf(ticket)).isEmpty();
    }

    @Test
    void aRequestThatIsToBeQualifiedFirstHasItsOrderAfterwards() {
        UUID ticket = Ids.next();
        Events.publish(Topics.TICKET_CREATED, ticket, Job.ticketCreated(ticket).put("work", "NOT_YET"));
        eventually(() -> assertThat(isKnown(ticket)).isTrue());
        assertThat(Job.ordersOf(ticket)).isEmpty();

        Job.ticketSays(ticket, 1, "WANTED", "Qualified");

        Job.await(ticket).becomes("UNSCHEDULED");
    }

    @Test
    void aCancellationTakesThePlannedVisitBack() {
        Mechanic tudor = Mechanic.register("Tudor");
        Job job = Job.waiting();
        UUID appointment = job.given(tudor, Job.in(20), Job.in(21));

        job.isCancelled("Repaired by the customer");

        job.becomes("CANCELLED");
        job.visitBecomes(appointment, "CANCELLED");
        JsonNode unassigned = Events.awaitOne(Topics.ORDER_UNASSIGNED, job.order());
        assertThat(unassigned.at("/technicianIds/0").asText())
                .isEqualTo(tudor.id().toString());
        assertThat(unassigned.at("/assignmentVersion").asInt()).isEqualTo(2);
        assertThat(Events.awaitOne(Topics.ORDER_CANCELLED, job.order())).isNotNull();
        tudor.gets(job.path()).then().statusCode(404);
        job.command("assign", Job.assignment(Job.in(20), Job.in(21), tudor))
                .then()
                .statusCode(409);
    }

    @Test
    void workThatHasBegunIsCalledOffAndNeverComesBackToThePool() {
        Job job = Job.waiting();
        UUID appointment = job.given(Mechanic.register("Tudor"), Job.in(20), Job.in(21));
        job.progresses(appointment, 1, "TRAVELLING", NOW);
        job.becomes("IN_PROGRESS");

        job.isCancelled("Too late");

        eventually(() -> job.seen().then().body("calledOff.reason", equalTo("Too late")));
        job.becomes("IN_PROGRESS");
        job.command("unassign", Map.of("reason", "no"))
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal-transition"));
        job.progresses(appointment, 2, "PARTIALLY_COMPLETED", NOW.plusSeconds(60));
        job.isReportedDone(appointment, "INCOMPLETE", true, NOW.plusSeconds(60));
        job.becomes("COMPLETED");
        job.seen().then().body("followUpRequired", equalTo(false));
        job.isClosed(NOW.plusSeconds(120));
        job.becomes("CLOSED");
    }

    @Test
    void aVisitThatBeganBeforeItWasHeardThatItIsCancelledIsNotFollowedUpEither() {
        Job job = Job.waiting();
        UUID appointment = job.given(Mechanic.register("Tudor"), Job.in(20), Job.in(21));
        job.isCancelled("Repaired by the customer");
        job.becomes("CANCELLED");

        job.progresses(appointment, 1, "IN_PROGRESS", NOW);
        job.becomes("IN_PROGRESS");
        job.progresses(appointment, 2, "PARTIALLY_COMPLETED", NOW.plusSeconds(60));
        job.isReportedDone(appointment, "INCOMPLETE", true, NOW.plusSeconds(60));

        job.becomes("COMPLETED");
    }

    @Test
    void theOrderFollowsTheVisitToItsClosure() {
        Job job = Job.waiting();
        UUID appointment = job.given(Mechanic.register("Tudor"), Job.in(20), Job.in(21));

        job.progresses(appointment, 1, "ACCEPTED", NOW);
        job.visitBecomes(appointment, "ACCEPTED");
        job.seen().then().body("state", equalTo("SCHEDULED"));
        job.progresses(appointment, 2, "TRAVELLING", NOW.plusSeconds(60));
        job.becomes("IN_PROGRESS");
        job.progresses(appointment, 5, "COMPLETED", NOW.plusSeconds(3600));
        job.isReportedDone(appointment, "COMPLETE", false, NOW.plusSeconds(3600));
        job.becomes("COMPLETED");
        job.isClosed(NOW.plusSeconds(7200));

        job.becomes("CLOSED");
        get(Person.SORIN, "/v1/history?correlationId=" + job.ticket())
                .then()
                .body("items.action", hasItems("CREATE", "ASSIGN", "BEGIN", "COMPLETE", "CLOSE"))
                .body("items.service", hasItem("dispatch-service"));
    }

    @Test
    void whatIsOlderThanWhatIsKnownIsIgnored() {
        Job job = Job.waiting();
        UUID appointment = job.given(Mechanic.register("Tudor"), Job.in(20), Job.in(21));

        job.progresses(appointment, 4, "PAUSED", NOW.plusSeconds(240));
        job.progresses(appointment, 3, "IN_PROGRESS", NOW.plusSeconds(180));
        job.progresses(appointment, 4, "ON_SITE", NOW.plusSeconds(241));
        job.isCancelled("marks that all before were read");

        eventually(() -> assertThat(job.history()).contains("CALLED_OFF"));
        job.visitBecomes(appointment, "PAUSED");
        assertThat(job.history()).doesNotContain("ON_SITE");
    }

    @Test
    void aRejectedVisitGoesBackToThePoolWithItsReason() {
        Mechanic tudor = Mechanic.register("Tudor");
        Job job = Job.waiting();
        String start = Job.in(20);
        UUID appointment = job.given(tudor, start, Job.in(21));

        job.progresses(appointment, 1, "REJECTED", NOW, "No licence for this refrigerant");

        job.becomes("UNSCHEDULED");
        assertThat(job.seen().<String>path("reason")).isEqualTo("Rejected by Tudor: No licence for this refrigerant");
        assertThat(Events.awaitOne(Topics.ORDER_UNASSIGNED, job.order())).isNotNull();
        UUID again = Job.waiting().given(tudor, start, Job.in(21));
        assertThat(again).as("the technician is free again").isNotEqualTo(appointment);
    }

    @Test
    void aFollowUpIsNeverLostWhateverComesFirst() {
        Job visitFirst = Job.waiting();
        Job jobFirst = Job.waiting();
        Mechanic tudor = Mechanic.register("Tudor");
        UUID one = visitFirst.given(tudor, Job.in(20), Job.in(21));
        UUID other = jobFirst.given(tudor, Job.in(21), Job.in(22));

        visitFirst.progresses(one, 3, "PARTIALLY_COMPLETED", NOW);
        visitFirst.visitBecomes(one, "PARTIALLY_COMPLETED");
        visitFirst.isReportedDone(one, "INCOMPLETE", true, NOW);
        jobFirst.isReportedDone(other, "INCOMPLETE", true, NOW);
        jobFirst.becomes("UNSCHEDULED");
        jobFirst.progresses(other, 2, "IN_PROGRESS", NOW.minusSeconds(900));
        jobFirst.progresses(other, 3, "PARTIALLY_COMPLETED", NOW);

        for (Job job : List.of(visitFirst, jobFirst)) {
            job.becomes("UNSCHEDULED");
            assertThat(job.seen().<Boolean>path("followUpRequired")).isTrue();
        }
        visitFirst.isPlannedFor(tudor, Job.in(40), Job.in(41));
        assertThat(visitFirst.seen().<List<?>>path("appointments")).hasSize(2);
        assertThat(get(Person.DANA, "/v1/service-orders?followUpRequired=true&ticketId=" + jobFirst.ticket())
                        .<List<?>>path("items"))
                .hasSize(1);
    }

    @Test
    void whatTheLastVisitLeftIsShownToWhoeverPlansTheNextAndItsPartsAreTakenAlong() {
        Mechanic tudor = Mechanic.register("Tudor");
        Job job = Job.waiting();
        UUID first = job.given(tudor, Job.in(20), Job.in(21));
        UUID valve = Ids.next();
        job.progresses(first, 3, "PARTIALLY_COMPLETED", NOW);
        job.leaves(first, "Proba de etanșeitate", valve);
        job.becomes("UNSCHEDULED");
        eventually(() -> job.seen()
                .then()
                .body("leftOver.leftOpen", equalTo(List.of("Proba de etanșeitate")))
                .body("leftOver.partsNeeded[0].partNumber", equalTo("EXV-20")));

        UUID second = job.given(tudor, Job.in(40), Job.in(41));

        assertThat(get(Person.DANA, "/v1/appointments/" + second).<String>path("plannedParts[0].partId"))
                .isEqualTo(valve.toString());
        job.progresses(second, 4, "COMPLETED", NOW);
        job.isReportedDone(second, "COMPLETE", false, NOW);
        job.becomes("COMPLETED");
        job.seen().then().body("leftOver.leftOpen", equalTo(List.of()));
    }

    @Test
    void whatIsLeftAndToldAfterAHandOverIsNoOtherEndOfTheVisit() {
        Mechanic tudor = Mechanic.register("Tudor");
        Job job = Job.waiting();
        UUID first = job.given(tudor, Job.in(20), Job.in(21));
        job.progresses(first, 3, "PARTIALLY_COMPLETED", NOW);
        job.isReportedDone(first, "INCOMPLETE", true, NOW);
        job.becomes("UNSCHEDULED");

        job.leavesAfterAll(first, "Proba de etanșeitate", Ids.next());

        eventually(() -> job.seen().then().body("leftOver.leftOpen", equalTo(List.of("Proba de etanșeitate"))));
        job.becomes("UNSCHEDULED");
        job.progresses(first, 4, "PAUSED", NOW);
        job.becomes("IN_PROGRESS");
    }

    @Test
    void whoeverGetsAJobHearsInWhichTerritoriesItsSiteLies() {
        List<Map<String, Object>> corners = List.of(corner(51.0, 30.0), corner(51.0, 30.2), corner(51.2, 30.1));
        String territory = post(
                        Person.DANA, "/v1/territories", Map.of("name", "Nord " + Ids.next(), "boundary", corners))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Job job = Job.waiting(ticket -> ((ObjectNode) ticket.at("/location/position"))
                .put("latitude", 51.05)
                .put("longitude", 30.1));

        job.isPlannedFor(Mechanic.register("Tudor"), Job.in(50), Job.in(51));

        JsonNode told = Events.awaitOne(Topics.ORDER_ASSIGNED, job.order());
        assertThat(told.at("/territoryIds"))
                .singleElement()
                .extracting(JsonNode::asText)
                .isEqualTo(territory);
    }

    private static Map<String, Object> corner(double latitude, double longitude) {
        return Map.of("latitude", latitude, "longitude", longitude);
    }

    @Test
    void aClosureThatComesBeforeTheVisitsEndStands() {
        Mechanic tudor = Mechanic.register("Tudor");
        Job job = Job.waiting();
        UUID appointment = job.given(tudor, Job.in(20), Job.in(21));

        job.isClosed(NOW.plusSeconds(7200));
        job.becomes("CLOSED");
        job.progresses(appointment, 3, "IN_PROGRESS", NOW);
        job.progresses(appointment, 4, "COMPLETED", NOW.plusSeconds(3600));
        job.isReportedDone(appointment, "COMPLETE", false, NOW.plusSeconds(3600));

        job.visitBecomes(appointment, "COMPLETED");
        job.becomes("CLOSED");
        Job.waiting().isPlannedFor(tudor, Job.in(20), Job.in(21));
    }

    private boolean isKnown(UUID ticket) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select 1 from known_ticket where ticket_id = ?")) {
            query.setObject(1, ticket);
            return query.executeQuery().next();
        }
    }
}
