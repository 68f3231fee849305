package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Http.as;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes with a request is kept with it, and those who do the work are told. */
@QuarkusTest
@WithTestResource(RealServers.class)
class AttachmentsTest {

    private static final Map<String, Object> WRONG = Map.of("reason", "Se vede clientul");

    private String ticket;
    private Enclosure enclosure;

    @BeforeEach
    void aTicketIsOpen() {
        ticket = post(Person.DANA, "/v1/tickets", Supermarket.register().leakyChiller())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        enclosure = Enclosure.to(ticket);
    }

    @Test
    void aPictureIsThereWithWhatWasSaidOfItAndWhoeverWorksOnTheTicketIsTold() {
        byte[] sent = Enclosure.picture(64, 48);

        Response made = enclosure.send(Person.DANA, "name=Chiller.jpg&caption=De aici picură", sent);

        made.then()
                .statusCode(201)
                .header("Location", equalTo(enclosure.path()))
                .body("id", equalTo(enclosure.id().toString()))
                .body("name", equalTo("Chiller.jpg"))
                .body("caption", equalTo("De aici picură"))
                .body("mediaType", equalTo("image/jpeg"))
                .body("width", equalTo(64))
                .body("sentSha256", equalTo(Enclosure.sha256(sent)))
                .body("addedByName", equalTo("Dana Marin"))
                .body("withdrawal", nullValue());
        JsonNode told = Events.awaitOne(Topics.TICKET_CHANGED, UUID.fromString(ticket));
        assertThat(told.at("/attachments")).hasSize(1);
        JsonNode attachment = told.at("/attachments/0");
        assertThat(attachment.at("/id").asText()).isEqualTo(enclosure.id().toString());
        assertThat(attachment.at("/caption").asText()).isEqualTo("De aici picură");
        assertThat(attachment.at("/sha256").asText()).isEqualTo(made.path("sha256"));
        assertThat(attachment.at("/size").asLong())
                .isEqualTo(made.<Integer>path("size").longValue());
        get(Person.SORIN, "/v1/tickets/" + ticket + "/attachments")
                .then()
                .statusCode(200)
                .body("items.id", contains(enclosure.id().toString()));
        get(Person.DANA, "/v1/tickets/" + ticket).then().body("attachmentCount", equalTo(1));
        get(Person.DANA, "/v1/history?correlationId=" + ticket)
                .then()
                .body("items.find { it.action == 'ATTACH' }.reason", containsString("Chiller.jpg"));
        assertThat(Enclosure.sha256(
                        content(Person.SORIN).then().statusCode(200).extract().asByteArray()))
                .isEqualTo(made.path("sha256"));
    }

    @Test
    void whatIsSentAgainIsThereOnceWhateverHasBecomeOfTheTicketAndAnotherUnderItsIdIsRefused() {
        byte[] sent = Enclosure.document("Contract");
        enclosure.send(Person.DANA, "name=Contract.pdf", sent).then().statusCode(201);
        enclosure.send(Person.DANA, "name=Contract.pdf", sent).then().statusCode(200);

        enclosure
                .send(Person.DANA, "name=Contract.pdf", Enclosure.document("Alt contract"))
                .then()
                .statusCode(409)
                .body("code", equalTo("attachment-id-taken"));
        enclosure.send(Person.DANA, "name=Altul.pdf", sent).then().statusCode(409);
        cancel();
        enclosure.send(Person.DANA, "name=Contract.pdf", sent).then().statusCode(200);

        List<JsonNode> told = Events.await(Topics.TICKET_CHANGED, UUID.fromString(ticket), 2);
        assertThat(told.getLast().at("/work").asText()).isEqualTo("CALLED_OFF");
        assertThat(told.getLast().at("/attachments")).hasSize(1);
    }

    @Test
    void nothingMoreIsAttachedToWhatIsOverButWhatShouldNotBeSeenIsWithdrawn() {
        enclosure
                .send(Person.DANA, "name=Client.jpg", Enclosure.picture(8, 8))
                .then()
                .statusCode(201);
        cancel();

        Enclosure.to(ticket)
                .send(Person.DANA, "name=Altul.jpg", Enclosure.picture(8, 8))
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal-transition"))
                .body("allowedCommands", equalTo(List.of("follow-up")));
        post(Person.DANA, enclosure.path() + "/withdraw", WRONG).then().statusCode(200);
    }

    @Test
    void whatIsWithdrawnIsToldToNobodyAnyMoreAndStaysWithTheReasonForWhoAnswersForIt() {
        enclosure
                .send(Person.DANA, "name=Client.jpg", Enclosure.picture(8, 8))
                .then()
                .statusCode(201);

        post(Person.DANA, enclosure.path() + "/withdraw", WRONG)
                .then()
                .statusCode(200)
                .body("withdrawal.reason", equalTo("Se vede clientul"))
                .body("withdrawal.name", equalTo("Dana Marin"));

        List<JsonNode> told = Events.await(Topics.TICKET_CHANGED, UUID.fromString(ticket), 2);
        assertThat(told.getLast().at("/attachments")).isEmpty();
        assertThat(told)
                .extracting(event -> event.at("/ticketVersion").asLong())
                .isSorted()
                .doesNotHaveDuplicates();
        get(Person.DANA, enclosure.path())
                .then()
                .statusCode(200)
                .body("withdrawal.reason", equalTo("Se vede clientul"));
        content(Person.DANA).then().statusCode(404).body("code", equalTo("not-found"));
        content(Person.SORIN).then().statusCode(200);
        post(Person.DANA, enclosure.path() + "/withdraw", WRONG)
                .then()
                .statusCode(409)
                .body("code", equalTo("already-withdrawn"));
    }

    @Test
    void aFileIsSavedAsWhatItIsWhateverItWasCalled() {
        enclosure
                .send(Person.DANA, "name=../page.html", Enclosure.document("x"))
                .then()
                .statusCode(201)
                .body("mediaType", equalTo("application/pdf"));

        content(Person.DANA)
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("application/pdf"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Content-Disposition", containsString("page.html.pdf\""));
    }

    @Test
    void whatIsNoPictureOrDocumentIsRefusedAndNobodyIsToldOfIt() {
        byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);

        enclosure.send(Person.DANA, "name=page.pdf", page).then().statusCode(415);
        enclosure
                .send(Person.DANA, "name=Rupt.pdf", "%PDF-1.4\n".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(422)
                .body("code", equalTo("file-damaged"));
        enclosure.send(Person.DANA, "name= ", Enclosure.document("x")).then().statusCode(400);
        enclosure.send(Person.DANA, "caption=x", Enclosure.document("x")).then().statusCode(400);

        get(Person.DANA, "/v1/tickets/" + ticket + "/attachments").then().body("items", equalTo(List.of()));
        get(Person.DANA, enclosure.path()).then().statusCode(404);
    }

    @Test
    void theAttachmentOfAnotherTicketIsNotThereUnderThisOne() {
        String other = post(Person.DANA, "/v1/tickets", Supermarket.register().leakyChiller())
                .path("id");
        enclosure
                .send(Person.DANA, "name=Client.jpg", Enclosure.picture(8, 8))
                .then()
                .statusCode(201);

        Enclosure elsewhere = new Enclosure(other, enclosure.id());

        get(Person.DANA, elsewhere.path()).then().statusCode(404);
        as(Person.DANA).accept("*/*").get(elsewhere.path() + "/content").then().statusCode(404);
        post(Person.DANA, elsewhere.path() + "/withdraw", WRONG).then().statusCode(404);
        elsewhere
                .send(Person.DANA, "name=Client.jpg", Enclosure.picture(8, 8))
                .then()
                .statusCode(409);
        Enclosure.to(UUID.randomUUID().toString())
                .send(Person.DANA, "name=Client.jpg", Enclosure.picture(8, 8))
                .then()
                .statusCode(404);
    }

    private void cancel() {
        post(Person.DANA, "/v1/tickets/" + ticket + "/cancel", Map.of("reason", "Merge din nou"))
                .then()
                .statusCode(200);
    }

    private Response content(Person reader) {
        return as(reader).accept("*/*").get(enclosure.path() + "/content");
    }
}
