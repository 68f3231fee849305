package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A company that wants every request looked at before anything is planned. */
@QuarkusTest
@WithTestResource(RealServers.class)
@TestProfile(CautiousCompany.class)
class QualificationTest {

    @Test
    void workIsWantedWhenAPersonHasQualifiedTheRequest() {
        UUID ticket = UUID.fromString(
                post(Person.DANA, "/v1/tickets", Supermarket.register().leakyChiller())
                        .path("id"));
        JsonNode created = Events.awaitOne(Topics.TICKET_CREATED, ticket);
        assertThat(created.at("/work").asText()).isEqualTo("NOT_YET");

        post(Person.DANA, "/v1/tickets/" + ticket + "/qualify")
                .then()
                .statusCode(200)
                .body("state", equalTo("QUALIFIED"));

        JsonNode changed = Events.awaitOne(Topics.TICKET_CHANGED, ticket);
        assertThat(changed.at("/work").asText()).isEqualTo("WANTED");
        assertThat(changed.at("/asset/manufacturer").asText()).isEqualTo("Frigomont");
    }

    @Test
    void whatNobodyHasQualifiedIsNotQualifiedByTheCustomersAnswer() {
        String ticket = "/v1/tickets/"
                + post(Person.DANA, "/v1/tickets", Supermarket.register().leakyChiller())
                        .path("id");
        post(Person.DANA, ticket + "/wait-for-customer", Map.of("reason", "Care vitrină?"))
                .then()
                .statusCode(200);

        post(Person.DANA, ticket + "/resume").then().statusCode(200).body("state", equalTo("NEW"));

        JsonNode answered = Events.await(Topics.TICKET_CHANGED, UUID.fromString(ticket.substring(12)), 2)
                .getLast();
        assertThat(answered.at("/work").asText()).isEqualTo("NOT_YET");
        post(Person.DANA, ticket + "/qualify").then().statusCode(200);
        post(Person.DANA, ticket + "/wait-for-customer", Map.of("reason", "Care vitrină?"))
                .then()
                .statusCode(200);
        post(Person.DANA, ticket + "/resume").then().statusCode(200).body("state", equalTo("QUALIFIED"));
    }
}
