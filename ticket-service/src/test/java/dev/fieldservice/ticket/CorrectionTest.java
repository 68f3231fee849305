package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static dev.fieldservice.platform.testing.Http.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.Contracts;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was recorded wrongly is put right, and those who work on it are told. */
@QuarkusTest
@WithTestResource(RealServers.class)
class CorrectionTest {

    private static final Map<String, Object> ADDRESS =
            Map.of("street", "Bulevardul Timișoara 28", "city", "București", "countryCode", "RO");

    private Supermarket supermarket;
    private String ticket;

    @BeforeEach
    void aTicketIsOpen() {
        supermarket = Supermarket.register();
        ticket = open();
    }

    @Test
    void whoeverWorksOnAnOpenTicketIsToldOfWhatIsCorrectedAboutItsCustomer() {
        String other = post(Person.DANA, "/v1/tickets", Supermarket.register().leakyChiller())
                .path("id");
        String calledOff = open();
        post(Person.DANA, "/v1/tickets/" + calledOff + "/cancel", Map.of("reason", "Called twice"))
                .then()
                .statusCode(200);
        edit("/v1/contacts/" + supermarket.contactId(), "email", "maria@cotroceni.example");
        edit("/v1/customers/" + supermarket.customerId(), "taxId", "RO18547290");
        edit("/v1/service-locations/" + supermarket.locationId(), "address", ADDRESS);
        edit("/v1/assets/" + supermarket.assetId(), "serialNumber", "FX40-" + ticket);

        List<JsonNode> told = Events.await(Topics.TICKET_CHANGED, UUID.fromString(ticket), 4);
        JsonNode newest = told.getLast();
        assertThat(newest.at("/contact/email").asText()).isEqualTo("maria@cotroceni.example");
        assertThat(newest.at("/customer/taxId").asText()).isEqualTo("RO18547290");
        assertThat(newest.at("/location/address/street").asText()).endsWith("28");
        assertThat(newest.at("/asset/serialNumber").asText()).isEqualTo("FX40-" + ticket);
        assertThat(told)
                .extracting(event -> event.at("/ticketVersion").asLong())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(history(ticket)).contains("CORRECTED");
        assertThat(history(other)).doesNotContain("CORRECTED");
        assertThat(history(calledOff)).doesNotContain("CORRECTED");
    }

    @Test
    void theSameOnceMoreIsNoCorrection() {
        String contact = "/v1/contacts/" + supermarket.contactId();
        Response before = get(Person.DANA, contact);
        Map<String, Object> same = before.jsonPath().getMap("$");
        same.remove("id");

        put(Person.DANA, contact, before.header("ETag"), same)
                .then()
                .statusCode(200)
                .header("ETag", equalTo(before.header("ETag")));
        edit(contact, "phone", "+40 722 555 099");

        assertThat(Events.awaitOne(Topics.TICKET_CHANGED, UUID.fromString(ticket))
                        .at("/contact/phone")
                        .asText())
                .isEqualTo("+40722555099");
    }

    @Test
    void aTicketIsCorrectedWithItsHistory() {
        Map<String, Object> details = details();
        details.put("priority", "LOW");
        details.put("summary", "Two chillers leak");
        details.remove("assetId");

        correct(ticket, "\"7\"", details).then().statusCode(412);
        Response corrected = correct(ticket, etag(ticket), details);

        corrected
                .then()
                .statusCode(200)
                .body("summary", equalTo("Two chillers leak"))
                .body("assetId", equalTo(null));
        assertThat(Duration.between(
                        Instant.parse(corrected.path("createdAt")), Instant.parse(corrected.path("resolveBy"))))
                .isEqualTo(Duration.ofHours(240));
        JsonNode told = Events.awaitOne(Topics.TICKET_CHANGED, UUID.fromString(ticket));
        assertThat(told.at("/priority").asText()).isEqualTo("LOW");
        assertThat(told.has("asset")).isFalse();
        assertThat(get(Person.DANA, "/v1/history?correlationId=" + ticket)
                        .<String>path("items.find { it.action == 'CORRECT' }.reason"))
                .contains("priority: URGENT → LOW", "Two chillers leak", "asset: Chiller lactate 1 → –");
        correct(ticket, etag(ticket), details).then().statusCode(200);
        assertThat(history(ticket)).containsOnlyOnce("CORRECT");
    }

    @Test
    void onceSomebodyHasSetOutTheSiteIsFixedAndWhatIsOverIsNotCorrected() {
        UUID order = Ids.next();
        Events.publish(
                Topics.VISIT_PROGRESSED,
                order,
                Contracts.sample(
                        Topics.VISIT_PROGRESSED, Map.of("orderId", order, "ticketId", ticket, "state", "TRAVELLING")));
        eventually(() -> get(Person.DANA, "/v1/tickets/" + ticket).then().body("state", equalTo("IN_PROGRESS")));
        Map<String, Object> elsewhere = details();
        elsewhere.put("locationId", secondSite());
        Map<String, Object> text = details();
        text.put("instructions", "Sunați la pază");

        correct(ticket, etag(ticket), elsewhere)
                .then()
                .statusCode(422)
                .body("code", equalTo("site-is-fixed"))
                .body("errors[0].pointer", equalTo("/locationId"));
        correct(ticket, etag(ticket), text).then().statusCode(200);
        post(Person.DANA, "/v1/tickets/" + ticket + "/cancel", Map.of("reason", "Works again"))
                .then()
                .statusCode(200);
        correct(ticket, etag(ticket), details()).then().statusCode(409).body("code", equalTo("illegal-transition"));
    }

    @Test
    void aCorrectionAtTheVeryMomentOfTheCallIsLostToNobody() {
        for (int i = 0; i < 8; i++) {
            String phone = "+4072255510" + i;
            CompletableFuture<String> call = CompletableFuture.supplyAsync(this::open, Thread::startVirtualThread);
            edit("/v1/contacts/" + supermarket.contactId(), "phone", phone);
            UUID opened = UUID.fromString(call.join());
            eventually(() -> assertThat(newestPhone(opened)).isEqualTo(phone));
        }
    }

    @Test
    void aConsumerThatIsNewLearnsTheTicketsAsTheyAre() {
        post(Person.ADMIN, "/v1/operations/ticket-service/topics/" + Topics.TICKET_CHANGED + "/retell", "")
                .then()
                .statusCode(200);

        JsonNode told = Events.awaitOne(Topics.TICKET_CHANGED, UUID.fromString(ticket));
        assertThat(told.at("/work").asText()).isEqualTo("WANTED");
        assertThat(told.at("/contact/name").asText()).isEqualTo("Maria Ionescu");
    }

    private static String newestPhone(UUID opened) {
        boolean isChanged = Events.raw(Topics.TICKET_CHANGED).stream()
                .anyMatch(message -> opened.toString().equals(message.key()));
        String topic = isChanged ? Topics.TICKET_CHANGED : Topics.TICKET_CREATED;
        return Events.await(topic, opened, 1).getLast().at("/contact/phone").asText();
    }

    private String open() {
        return post(Person.DANA, "/v1/tickets", supermarket.leakyChiller())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String secondSite() {
        Map<String, Object> site = new HashMap<>(get(Person.DANA, "/v1/service-locations/" + supermarket.locationId())
                .jsonPath()
                .getMap("$"));
        site.remove("id");
        return post(Person.DANA, "/v1/service-locations", site).path("id");
    }

    private Map<String, Object> details() {
        Map<String, Object> details = supermarket.leakyChiller();
        details.remove("channel");
        details.remove("customerId");
        return details;
    }

    private static Response correct(String ticket, String etag, Map<String, Object> details) {
        return put(Person.DANA, "/v1/tickets/" + ticket, etag, details);
    }

    private static String etag(String ticket) {
        return get(Person.DANA, "/v1/tickets/" + ticket).header("ETag");
    }

    private static void edit(String path, String field, Object value) {
        Response before = get(Person.DANA, path);
        Map<String, Object> details = new HashMap<>(before.jsonPath().getMap("$"));
        details.remove("id");
        details.put(field, value);
        put(Person.DANA, path, before.header("ETag"), details).then().statusCode(200);
    }

    private static List<String> history(String ticket) {
        return get(Person.DANA, "/v1/history?limit=200&correlationId=" + ticket).path("items.action");
    }
}
