package dev.fieldservice.workorder;

import static dev.fieldservice.platform.testing.Events.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Contracts;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a job that somebody has when its ticket is corrected. */
@QuarkusTest
@WithTestResource(RealServers.class)
class TicketChangesTest {

    private static final Worker SORIN = Worker.supervisor("Sorin");
    private static final String CORRECTED = "+40 722 555 099";

    private Worker tudor;

    @BeforeEach
    void aTechnicianIsThere() {
        tudor = Worker.technician("Tudor");
    }

    @Test
    void aPhoneSeesWhatWasCorrectedAndThatItWas() {
        Job job = Job.assignedTo(tudor);
        job.does("travel");
        String before = job.isRead().header("ETag");

        says(job, 3, ticket -> ((ObjectNode) ticket.get("contact")).put("phone", CORRECTED));

        eventually(() -> job.isRead().then().body("jobCard.contact.phone", equalTo(CORRECTED)));
        job.isRead().then().header("ETag", not(equalTo(before))).body("visitState", equalTo("TRAVELLING"));
        assertThat(job.history(tudor)).containsOnlyOnce("TICKET_CORRECTED");
    }

    /** Such as what finance has sent back meanwhile. */
    @Test
    void onlyTheOrderThatAReopeningAskedForIsCalledOffWithIt() {
        Job done = Job.assignedTo(tudor);

        says(
                done,
                3,
                ticket -> ticket.put("work", "CALLED_OFF")
                        .put("summary", "Two chillers leak")
                        .put("furtherOrderId", UUID.randomUUID().toString()));
        eventually(() -> done.isRead().then().body("jobCard.summary", equalTo("Two chillers leak")));

        done.isRead().then().body("calledOff", equalTo(null));
        says(
                done,
                4,
                ticket -> ticket.put("work", "CALLED_OFF")
                        .put("furtherOrderId", done.id().toString()));
        eventually(() -> done.isRead().then().body("calledOff.reason", not(equalTo(null))));
    }

    @Test
    void theNewestStandsWhateverComesLast() {
        Job job = Job.assignedTo(tudor);
        says(job, 3, ticket -> ticket.put("summary", "Two chillers leak"));
        eventually(() -> job.isRead().then().body("jobCard.summary", equalTo("Two chillers leak")));

        says(job, 2, ticket -> ticket.put("summary", "Older than what is known"));
        job.assign(2, tudor, Worker.technician("Teodora"));

        eventually(() -> job.isRead().then().body("technicians.size()", equalTo(2)));
        says(job, 4, ticket -> ticket.put("summary", "Three chillers leak"));
        eventually(() -> job.isRead().then().body("jobCard.summary", equalTo("Three chillers leak")));
        assertThat(job.history(tudor).stream().filter("TICKET_CORRECTED"::equals))
                .hasSize(2);
    }

    @Test
    void aCorrectionThatComesBeforeTheAssignmentStands() {
        Job job = Job.of(tudor);
        says(job, 2, ticket -> ticket.put("summary", "Corrected"));
        eventually(() -> assertThat(
                        Tables.count("known_ticket where ticket_version = 2 and ticket_id = '" + job.ticket() + "'"))
                .isOne());

        job.assign(1, tudor);

        job.awaitOnPhone();
        job.isRead().then().body("jobCard.summary", equalTo("Corrected"));
    }

    @Test
    void aSignatureStaysValidForWhatItShowed() {
        Job job = Job.assignedTo(tudor);
        job.does("start");
        String hash = tudor.get(job.path("signing-content")).path("contentHash");
        job.does(
                "signature",
                Map.of(
                        "outcome",
                        "SIGNED",
                        "contentHash",
                        hash,
                        "signerName",
                        "Maria Ionescu",
                        "image",
                        Pen.signature(300, 120)));

        says(job, 1, ticket -> ((ObjectNode) ticket.at("/location/address")).put("street", "Bulevardul Timișoara 28"));

        eventually(
                () -> job.isRead().then().body("jobCard.location.address.street", equalTo("Bulevardul Timișoara 28")));
        job.isRead().then().body("signature.valid", equalTo(true)).body("signature.contentHash", equalTo(hash));
        assertThat(SORIN.get(job.path("signature/content")).asString()).contains("Timișoara 26");
        assertThat(tudor.get(job.path("signing-content")).<String>path("content"))
                .contains("Timișoara 28");
        job.does("complete", Map.of("outcome", "COMPLETE", "remark", "Gata"));
        job.isRead().then().body("signature.valid", equalTo(false));
    }

    @Test
    void whatIsClosedStaysAsItWasAndTellsFinanceWhichTicketItShows() {
        Job job = Job.assignedTo(tudor);
        job.does("start");
        says(job, 5, ticket -> ((ObjectNode) ticket.get("customer")).put("taxId", "RO18547290"));
        eventually(() -> job.isRead().then().body("jobCard.customer.taxId", equalTo("RO18547290")));
        job.does("complete", Map.of("outcome", "COMPLETE"));
        SORIN.approves(job, Job.APPROVAL).then().statusCode(200);

        says(job, 6, ticket -> ((ObjectNode) ticket.get("customer")).put("taxId", "RO99999999"));
        eventually(() -> assertThat(
                        Tables.count("known_ticket where ticket_version = 6 and ticket_id = '" + job.ticket() + "'"))
                .isOne());

        job.isRead().then().body("jobCard.customer.taxId", equalTo("RO18547290"));
        var closed = Events.awaitOne(Topics.JOB_CLOSED, job.id());
        assertThat(closed.at("/customer/taxId").asText()).isEqualTo("RO18547290");
        assertThat(closed.at("/ticketVersion").asInt()).isEqualTo(5);
    }

    /** The ticket as the ticket service tells of it. */
    static void says(Job job, int version, Consumer<ObjectNode> details) {
        ObjectNode event = (ObjectNode) Contracts.sample(
                Topics.TICKET_CHANGED, Map.of("ticketId", job.ticket(), "ticketVersion", version, "work", "WANTED"));
        details.accept(event);
        Events.publish(Topics.TICKET_CHANGED, job.ticket(), event);
    }
}
