package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static dev.fieldservice.platform.testing.Http.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our mistake does not cost the customer time: what is opened anew is due as it was, and new trouble is due anew. */
@QuarkusTest
@WithTestResource(RealServers.class)
class FollowUpTest {

    private static final Map<String, Object> WHY = Map.of("reason", "Wrong ticket");

    private Supermarket supermarket;
    private Response first;

    @BeforeEach
    void aTicketIsOpen() {
        supermarket = Supermarket.register();
        first = post(Person.DANA, "/v1/tickets", supermarket.leakyChiller());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancel", "reject"})
    void whatWasCalledOffByMistakeIsDueAsItWasHoweverOften(String command) {
        Response again = followedUp(calledOff(first, command));
        Response andAgain = followedUp(calledOff(again, "cancel"));

        assertThat(due(again)).isEqualTo(due(first));
        assertThat(due(andAgain)).isEqualTo(due(first));
        assertThat(at(again, "createdAt")).isAfter(at(first, "createdAt"));
        assertThat(Duration.between(at(first, "createdAt"), at(withPriorityLow(andAgain), "resolveBy")))
                .isEqualTo(Duration.ofHours(240));
    }

    @Test
    void itIsTheSameForWhoeverRecordsTheRequestOnceMore() {
        Map<String, Object> request = supermarket.leakyChiller();
        request.put("followUpOf", id(calledOff(first, "cancel")));

        assertThat(due(post(Person.DANA, "/v1/tickets", request))).isEqualTo(due(first));
    }

    @Test
    void troubleThatHasComeBackIsDueFromNow() {
        Work work = Work.of(id(first));
        work.isClosed();
        work.hasNothingToBill();
        eventually(() -> see(id(first)).then().body("state", equalTo("CLOSED")));

        assertThat(at(followedUp(first), "respondBy")).isAfter(at(first, "respondBy"));
    }

    private static Response calledOff(Response ticket, String command) {
        post(Person.DANA, "/v1/tickets/" + id(ticket) + "/" + command, WHY)
                .then()
                .statusCode(200);
        return ticket;
    }

    private static Response followedUp(Response ticket) {
        Response next = post(Person.DANA, "/v1/tickets/" + id(ticket) + "/follow-up", WHY);
        next.then().statusCode(201).body("followUpOf", equalTo(id(ticket)));
        return next;
    }

    private Response withPriorityLow(Response ticket) {
        Map<String, Object> details = supermarket.leakyChiller();
        details.remove("channel");
        details.remove("customerId");
        details.put("priority", "LOW");
        Response corrected =
                put(Person.DANA, "/v1/tickets/" + id(ticket), see(id(ticket)).header("ETag"), details);
        corrected.then().statusCode(200);
        return corrected;
    }

    private static Response see(String ticket) {
        return get(Person.DANA, "/v1/tickets/" + ticket);
    }

    private static String id(Response ticket) {
        return ticket.path("id");
    }

    private static String due(Response ticket) {
        return ticket.path("respondBy") + ", " + ticket.path("resolveBy");
    }

    private static Instant at(Response ticket, String when) {
        return Instant.parse(ticket.path(when));
    }
}
