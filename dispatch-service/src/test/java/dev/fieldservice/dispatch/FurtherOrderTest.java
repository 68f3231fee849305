package dev.fieldservice.dispatch;

import static dev.fieldservice.platform.testing.Events.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A ticket that is opened again has another order, and the first stays closed. */
@QuarkusTest
@WithTestResource(RealServers.class)
class FurtherOrderTest {

    private static final String WHY = "Pierde din nou";

    private Job first;
    private Job further;

    @BeforeEach
    void theFirstIsClosed() {
        first = Job.waiting();
        first.isClosed(Instant.now());
        first.becomes("CLOSED");
        further = new Job(first.ticket(), Ids.next());
    }

    @Test
    void isMadeOnceUnderTheIdThatTheTicketKnowsAndPlannedLikeAnyOther() {
        says(3, "WANTED", ticket -> {});
        further.becomes("UNSCHEDULED");
        says(3, "WANTED", ticket -> {});
        says(2, "WANTED", ticket -> ticket.remove("furtherOrderId"));
        says(4, "WANTED", ticket -> ticket.put("summary", "Two chillers leak"));

        eventually(() -> further.seen().then().body("summary", equalTo("Two chillers leak")));
        further.seen()
                .then()
                .body("reason", equalTo(WHY))
                .body("ticketId", equalTo(first.ticket().toString()));
        assertThat(Job.ordersOf(first.ticket()))
                .containsExactlyInAnyOrder(
                        first.order().toString(), further.order().toString());
        assertThat(Events.awaitOne(Topics.ORDER_CREATED, further.order())
                        .at("/ticketId")
                        .asText())
                .isEqualTo(first.ticket().toString());
        assertThat(further.given(Mechanic.register("Tudor"), Job.in(20), Job.in(21)))
                .isNotNull();
        first.seen().then().body("state", equalTo("CLOSED")).body("summary", equalTo(before()));
    }

    @Test
    void waitsAndIsCalledOffAloneWhateverIsHeardLate() {
        says(3, "WANTED", ticket -> {});
        further.becomes("UNSCHEDULED");

        says(4, "ON_HOLD", ticket -> {});
        further.becomes("ON_HOLD");
        says(5, "CALLED_OFF", ticket -> {});
        further.becomes("CANCELLED");
        says(3, "WANTED", ticket -> {});
        first.isClosed(Instant.now());
        says(6, "CALLED_OFF", ticket -> ticket.put("summary", "Two chillers leak"));

        eventually(() -> further.seen().then().body("summary", equalTo("Two chillers leak")));
        further.seen().then().body("state", equalTo("CANCELLED"));
        first.seen().then().body("state", equalTo("CLOSED")).body("calledOff", equalTo(null));
        assertThat(Job.ordersOf(first.ticket())).hasSize(2);
    }

    @Test
    void isNotMadeOfWhatWasCalledOffBeforeItWasHeardOf() {
        says(4, "CALLED_OFF", ticket -> {});
        says(3, "WANTED", ticket -> {});
        Job next = Job.waiting();
        next.becomes("UNSCHEDULED");

        assertThat(Job.ordersOf(first.ticket())).containsExactly(first.order().toString());
    }

    /** A release that makes no further orders has heard the ticket, and has kept how new it was. */
    @Test
    void isMadeWhenTheTicketIsToldAnewAfterAnUpgrade() {
        says(3, "WANTED", ticket -> ticket.remove("furtherOrderId"));
        eventually(() -> assertThat(first.history()).contains("TICKET_CHANGED_TOO_LATE"));

        says(3, "WANTED", ticket -> {});

        further.becomes("UNSCHEDULED");
    }

    @Test
    void mayBeClosedBeforeTheFirstOfWhichThatIsHeardLate() {
        Job late = Job.waiting();
        Job sooner = new Job(late.ticket(), Ids.next());
        late.ticketSays(3, "WANTED", ticket -> opened(ticket, sooner.order()));
        sooner.becomes("UNSCHEDULED");

        sooner.isClosed(Instant.now());
        late.isClosed(Instant.now());

        sooner.becomes("CLOSED");
        late.becomes("CLOSED");
    }

    private void says(int version, String work, Consumer<ObjectNode> details) {
        first.ticketSays(version, work, ticket -> {
            opened(ticket, further.order());
            details.accept(ticket);
        });
    }

    private static void opened(ObjectNode ticket, UUID further) {
        ticket.put("reason", WHY).put("summary", "The chiller leaks again").put("furtherOrderId", further.toString());
    }

    private String before() {
        return Job.ticketCreated(first.ticket()).path("summary").asText();
    }
}
