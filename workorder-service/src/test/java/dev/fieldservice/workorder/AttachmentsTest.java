package dev.fieldservice.workorder;

import static dev.fieldservice.platform.testing.Events.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.links.Linked;
import dev.fieldservice.platform.links.Seal;
import dev.fieldservice.platform.links.SignedLinks;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What came with the customer's request is seen on the phone, by link: its content stays with the ticket. */
@QuarkusTest
@WithTestResource(RealServers.class)
class AttachmentsTest {

    private static final Worker SORIN = Worker.supervisor("Sorin");
    private static final String SHA256 = "5e0b".repeat(16);
    private static final Pattern HREF = Pattern.compile(
            "/v1/ticket-attachments/([0-9a-f-]{36})/content\\?expires=(\\d+)&signature=([A-Za-z0-9_-]{43})");

    @Inject
    SignedLinks links;

    private Worker tudor;
    private UUID picture;

    @BeforeEach
    void aTechnicianIsThere() {
        tudor = Worker.technician("Tudor");
        picture = Ids.next();
    }

    @Test
    void whoeverHasTheJobSeesWhatCameWithTheRequestByALinkOfTheirOwn() {
        Job job = Job.assignedTo(tudor);
        see(tudor, job).then().statusCode(200).body("items", hasSize(0));

        cameWith(job, 2, picture);

        eventually(() -> see(tudor, job).then().body("items.id", contains(picture.toString())));
        Response seen = see(tudor, job);
        seen.then()
                .body("items[0].name", equalTo("Chiller.jpg"))
                .body("items[0].caption", equalTo("De aici picură"))
                .body("items[0].mediaType", equalTo("image/jpeg"))
                .body("items[0].size", equalTo(1234))
                .body("items[0].sha256", equalTo(SHA256));
        Seal seal = seal(seen);
        assertThat(links.isOf(seal, new Linked(picture, SHA256, tudor.id()))).isTrue();
        assertThat(links.isOf(seal(see(SORIN, job)), new Linked(picture, SHA256, tudor.id())))
                .isFalse();
        Instant expires = Instant.parse(seen.path("items[0].expiresAt"));
        assertThat(expires).isEqualTo(Instant.ofEpochSecond(seal.expires()));
        assertThat(Duration.between(Instant.now(), expires)).isBetween(Duration.ofMinutes(8), Duration.ofMinutes(11));
    }

    @Test
    void itDoesNotMatterWhetherTheJobOrThePictureIsHeardOfFirst() {
        Job job = Job.of(tudor);
        cameWith(job, 2, picture);
        eventually(() -> assertThat(
                        Tables.count("known_ticket where ticket_version = 2 and ticket_id = '" + job.ticket() + "'"))
                .isOne());

        job.assign(1, tudor);

        job.awaitOnPhone();
        see(tudor, job).then().body("items.id", contains(picture.toString()));
    }

    @Test
    void whatIsWithdrawnIsGoneAndStaysSoWhateverComesLateAlsoOnceTheJobIsClosed() {
        Job job = Job.assignedTo(tudor);
        UUID other = Ids.next();
        cameWith(job, 2, picture, other);
        eventually(() -> see(tudor, job).then().body("items", hasSize(2)));
        job.does("start");
        job.does("complete", Map.of("outcome", "COMPLETE"));
        SORIN.approves(job, Job.APPROVAL).then().statusCode(200);

        cameWith(job, 4, other);

        eventually(() -> see(tudor, job).then().body("items.id", contains(other.toString())));
        cameWith(job, 3, picture, other);
        cameWith(job, 5);
        eventually(() -> see(tudor, job).then().body("items", hasSize(0)));
    }

    @Test
    void nobodyElseSeesThem() {
        Job job = Job.assignedTo(tudor);
        cameWith(job, 2, picture);

        see(Worker.technician("Teodora"), job).then().statusCode(404);
        see(new Worker(Ids.next(), "Ana", Role.ACCOUNTANT), job).then().statusCode(403);
        see(new Worker(Ids.next(), "Dana", Role.DISPATCHER), job).then().statusCode(200);
    }

    private static Response see(Worker reader, Job job) {
        return reader.get(job.path("attachments"));
    }

    private static void cameWith(Job job, int version, UUID... files) {
        TicketChangesTest.says(job, version, ticket -> {
            ArrayNode attachments = ticket.putArray("attachments");
            for (UUID file : files) {
                attachments
                        .addObject()
                        .put("id", file.toString())
                        .put("name", "Chiller.jpg")
                        .put("caption", "De aici picură")
                        .put("mediaType", "image/jpeg")
                        .put("size", 1234)
                        .put("sha256", SHA256);
            }
        });
    }

    private Seal seal(Response seen) {
        Matcher href = HREF.matcher(seen.path("items[0].href"));
        assertThat(href.matches()).isTrue();
        assertThat(href.group(1)).isEqualTo(picture.toString());
        return new Seal(Long.parseLong(href.group(2)), href.group(3));
    }
}
