package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.as;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static dev.fieldservice.platform.testing.Http.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever is merged, corrected or called otherwise while others are about to act on who they were. */
@QuarkusTest
@WithTestResource(RealServers.class)
class AtTheSameMomentTest {

    private final String before = "C/" + UUID.randomUUID();
    private final String after = "D/" + UUID.randomUUID();
    private Supermarket kept;
    private Supermarket other;

    @BeforeEach
    void oneIsKnownTwice() {
        kept = Supermarket.register();
        other = Supermarket.register();
    }

    /** A release that knows no mergers finds a job of a kind that it does not know, and leaves it. */
    @Test
    void ticketsGoOverToWhoIsKeptAtLastByAJobOfItsOwnKind() throws SQLException {
        String third = Supermarket.register().customerId();
        String ticket = open(other);
        try (Meanwhile work = Meanwhile.begin();
                Meanwhile merger = Meanwhile.begin()) {
            work.locks(ticket);
            merge(other, kept);
            assertThat(work.errands(other.customerId())).containsExactly("MERGER");
            merger.merges(kept.customerId(), third);
            work.commitWhenAwaited();
            merger.commitWhenAwaited();
        }

        eventually(() -> see(ticket).then().body("customerId", equalTo(third)));
    }

    @Test
    void whatIsCorrectedWhileTicketsGoOverIsLostToNobody() throws SQLException {
        String ticket = open(other);
        try (Meanwhile work = Meanwhile.begin();
                Meanwhile correction = Meanwhile.begin()) {
            work.locks(ticket);
            merge(other, kept);
            correction.telephones(other.contactId(), "+40722555077");
            work.commitWhenAwaited();
            correction.commitWhenAwaited();
        }

        assertThat(Events.awaitOne(Topics.TICKET_CHANGED, UUID.fromString(ticket))
                        .at("/contact/phone")
                        .asText())
                .isEqualTo("+40722555077");
    }

    @Test
    void aTicketThatHasNotGoneOverYetKeepsItsContract() throws SQLException {
        Agreed.active(Agreed.contract(other, Map.of("covered", List.of(Agreed.HALF_OF_PARTS))));
        String first = open(other);
        String second = open(other);
        String contract = see(second).path("contractId");
        Map<String, Object> details = other.leakyChiller();
        List.of("channel", "customerId", "assetId").forEach(details::remove);
        try (Meanwhile work = Meanwhile.begin()) {
            work.locks(first);
            merge(other, kept);

            put(Person.DANA, "/v1/tickets/" + second, "*", details)
                    .then()
                    .statusCode(200)
                    .body("customerId", equalTo(other.customerId()))
                    .body("contractId", equalTo(contract));
            work.commitWhenAwaited();
        }
        eventually(() -> see(second).then().body("customerId", equalTo(kept.customerId())));
    }

    @Test
    void aFollowUpIsTheKeptOnes() throws SQLException {
        String ticket = open(other);
        Work paid = Work.of(ticket);
        paid.isClosed();
        paid.isInvoiced();
        eventually(() -> see(ticket).then().body("state", equalTo("CLOSED")));

        Response next = beside(
                merger -> merger.merges(other.customerId(), kept.customerId()),
                () -> post(Person.DANA, "/v1/tickets/" + ticket + "/follow-up", Map.of("reason", "Pierde iar")));

        next.then().statusCode(201).body("customerId", equalTo(kept.customerId()));
    }

    @Test
    void aCustomerWhoIsCalledOtherwiseStaysSo() throws SQLException {
        named("/v1/customers/" + other.customerId());

        Response entered = beside(rename -> rename.renames("customer", other.customerId(), after), this::upsert);

        entered.then().statusCode(200).body("externalIds.id", equalTo(List.of(before)));
        assertThat(entered.<String>path("id")).isNotEqualTo(other.customerId());
        isCalledOtherwise("/v1/customers/" + other.customerId());
    }

    @Test
    void whoTookAnIdOverIsChanged() throws SQLException {
        named("/v1/customers/" + other.customerId());

        Response entered = beside(
                merger -> {
                    merger.renames("customer", other.customerId(), after);
                    merger.renames("customer", kept.customerId(), before);
                },
                this::upsert);

        entered.then().statusCode(200).body("id", equalTo(kept.customerId()));
    }

    @Test
    void aSiteThatIsCalledOtherwiseStaysSo() throws SQLException {
        String path = "/v1/service-locations/" + other.locationId();
        named(path);
        Map<String, Object> site =
                new HashMap<>(get(Person.DANA, path).jsonPath().getMap("$"));
        List.of("id", "externalIds").forEach(site::remove);

        Response entered = beside(
                rename -> rename.renames("service_location", other.locationId(), after),
                () -> post(
                        Person.DANA,
                        "/v1/service-locations/upsert",
                        Map.of("externalId", Map.of("system", "erp", "id", before), "location", site)));

        entered.then().statusCode(200).body("externalIds.id", equalTo(List.of(before)));
        isCalledOtherwise(path);
    }

    @Test
    void aListChangesNobodyWhoIsCalledOtherwise() throws SQLException {
        named("/v1/customers/" + other.customerId());

        String list = beside(
                        rename -> rename.renames("customer", other.customerId(), after),
                        () -> as(Person.DANA)
                                .contentType("text/csv")
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .body(("externalId,name\n" + before + ",Brutăria Nord\n")
                                        .getBytes(StandardCharsets.UTF_8))
                                .post("/v1/customer-imports?system=erp"))
                .header("Location");

        eventually(() -> get(Person.DANA, list).then().body("state", equalTo("DONE")));
        get(Person.DANA, list).then().body("created", equalTo(1)).body("changed", equalTo(0));
        isCalledOtherwise("/v1/customers/" + other.customerId());
        get(Person.DANA, "/v1/customers/" + other.customerId())
                .then()
                .body("name", equalTo("Supermarket Cotroceni SRL"));
    }

    private interface Change {
        void make(Meanwhile meanwhile) throws SQLException;
    }

    /** The answer to what was asked when the change had been made, and was not committed until it was waited for. */
    private Response beside(Change change, Supplier<Response> request) throws SQLException {
        try (Meanwhile meanwhile = Meanwhile.begin()) {
            change.make(meanwhile);
            CompletableFuture<Response> answer = CompletableFuture.supplyAsync(request, Thread::startVirtualThread);
            meanwhile.commitWhenAwaited();
            return answer.join();
        }
    }

    private Response upsert() {
        return post(
                Person.DANA,
                "/v1/customers/upsert",
                Map.of(
                        "externalId",
                        Map.of("system", "erp", "id", before),
                        "customer",
                        Map.of("name", "Brutăria Nord")));
    }

    private void named(String path) {
        post(Person.DANA, path + "/set-external-id", Map.of("system", "erp", "id", before))
                .then()
                .statusCode(200);
    }

    private void isCalledOtherwise(String path) {
        get(Person.DANA, path).then().body("externalIds.id", equalTo(List.of(after)));
    }

    private static void merge(Supermarket one, Supermarket into) {
        post(Person.DANA, "/v1/customers/" + one.customerId() + "/merge-into", Map.of("customerId", into.customerId()))
                .then()
                .statusCode(200);
    }

    private static String open(Supermarket customer) {
        return post(Person.DANA, "/v1/tickets", customer.leakyChiller())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Response see(String ticket) {
        return get(Person.DANA, "/v1/tickets/" + ticket);
    }
}
