package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Http.as;
import static dev.fieldservice.platform.testing.Http.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.fieldservice.platform.links.Linked;
import dev.fieldservice.platform.links.Seal;
import dev.fieldservice.platform.links.SignedLinks;
import dev.fieldservice.platform.testing.MovableClock;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever has the job opens what came with its request by link, and nobody else does. */
@QuarkusTest
@WithTestResource(RealServers.class)
class AttachmentLinksTest {

    @Inject
    SignedLinks links;

    private Enclosure picture;
    private String sha256;

    @BeforeEach
    void aPictureCameWithARequest() {
        String ticket = post(Person.DANA, "/v1/tickets", Supermarket.register().leakyChiller())
                .path("id");
        picture = Enclosure.to(ticket);
        sha256 = picture.send(Person.DANA, "name=Chiller.jpg", Enclosure.picture(64, 48))
                .then()
                .statusCode(201)
                .extract()
                .path("sha256");
    }

    @AfterEach
    void theClockGoesOnAsUsual() {
        MovableClock.reset();
    }

    @Test
    void whoeverTheLinkWasMadeForOpensItWithTheirTokenAsOftenAsTheyLike() {
        Seal seal = seal(Person.TUDOR);

        Response opened = open(Person.TUDOR, seal);

        opened.then()
                .statusCode(200)
                .header("Content-Type", equalTo("image/jpeg"))
                .header("Cache-Control", equalTo("private, no-cache"));
        assertThat(Enclosure.sha256(opened.asByteArray())).isEqualTo(sha256);
        as(Person.TUDOR)
                .accept("*/*")
                .header("If-None-Match", opened.header("ETag"))
                .get(address(seal))
                .then()
                .statusCode(304);
        given().get(address(seal)).then().statusCode(401);
    }

    @Test
    void aLinkThatLeaksOpensNothing() {
        Seal seal = seal(Person.TUDOR);

        for (Person other : List.of(Person.TEODORA, Person.SORIN, Person.STELA)) {
            open(other, seal).then().statusCode(404).body("code", equalTo("not-found"));
        }
        open(Person.STELA, seal(Person.STELA)).then().statusCode(200);
    }

    @Test
    void nobodyLearnsByGuessingWhatThereIs() {
        Seal guessed = new Seal(seal(Person.TUDOR).expires(), "A".repeat(43));
        String there =
                open(Person.TUDOR, guessed).then().statusCode(404).extract().path("detail");
        picture = new Enclosure(picture.ticket(), UUID.randomUUID());

        open(Person.TUDOR, guessed).then().statusCode(404).body("detail", equalTo(there));
    }

    @Test
    void aLinkThatIsOverSaysSoToWhoeverItWasMadeFor() {
        MovableClock.set(Instant.now().minus(Duration.ofMinutes(11)));
        Seal old = seal(Person.TUDOR);
        MovableClock.reset();

        open(Person.TUDOR, old).then().statusCode(403).body("code", equalTo("link-expired"));
        open(Person.TEODORA, old).then().statusCode(404);
        open(Person.TUDOR, new Seal(seal(Person.TUDOR).expires(), old.signature()))
                .then()
                .statusCode(404);
    }

    @Test
    void whatIsWithdrawnOpensToNobodyFromThenOn() {
        Seal seal = seal(Person.SORIN);
        open(Person.SORIN, seal).then().statusCode(200);

        post(Person.DANA, picture.path() + "/withdraw", Map.of("reason", "Alt client"))
                .then()
                .statusCode(200);

        open(Person.SORIN, seal).then().statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void whatIsNoLinkIsRefused() {
        for (String query : List.of(
                "",
                "?expires=1772443800",
                "?expires=soon&signature=" + "A".repeat(43),
                "?expires=1772443800&signature=short",
                "?expires=-1&signature=" + "A".repeat(43))) {
            as(Person.TUDOR)
                    .accept("*/*")
                    .get("/v1/ticket-attachments/" + picture.id() + "/content" + query)
                    .then()
                    .statusCode(400);
        }
    }

    private Seal seal(Person reader) {
        return links.seal(new Linked(picture.id(), sha256, reader.id()));
    }

    private Response open(Person reader, Seal seal) {
        return as(reader).accept("*/*").get(address(seal));
    }

    private String address(Seal seal) {
        return "/v1/ticket-attachments/" + picture.id() + "/content?" + seal.query();
    }
}
