package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.platform.testing.Waiting;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What waits in billing is listed with age, owner and sum, and does not wait for ever without an owner. */
@QuarkusTest
@WithTestResource(RealServers.class)
@TestProfile(BacklogTest.AnaSeesToIt.class)
class BacklogTest {

    private static final String BACKLOG = "/v1/billing-backlog?limit=200&ticketId=";

    /** The settings of a company where Ana sees to what is stale. */
    public static class AnaSeesToIt implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "fieldservice.billing-backlog.default-owner-id",
                    Person.ANA.id().toString(),
                    "fieldservice.billing-backlog.default-owner-name",
                    "Ana Stan");
        }
    }

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void pricesAreKnown() {
        PriceList.isSet();
    }

    @Test
    void aClosedJobThatIsNotBilledWaitsAndThenItsDraft() {
        Job job = Job.ofMarch().works("LABOUR", 60);
        Job.Used late = job.uses(PriceList.part("100"), "1", "EA");
        job.close();

        eventually(() -> waiting(job).body("items.kind", contains("CLOSED_NOT_BILLED")));
        waiting(job)
                .body("items[0].id", equalTo(job.order.toString()))
                .body("items[0].customerName", equalTo("Supermarket Cotroceni SRL"))
                .body("items[0].since", equalTo("2026-03-02T12:20:00Z"))
                .body("items[0].sum", nullValue());
        post(Person.ANA, "/v1/billing-cases/" + job.order + "/assign-owner", owner("Sorin Ene"))
                .then()
                .statusCode(200)
                .body("owner.name", equalTo("Sorin Ene"));
        waiting(job).body("items[0].owner.name", equalTo("Sorin Ene"));

        job.tell(late);
        eventually(() -> waiting(job).body("items.kind", contains("DRAFTED_NOT_ISSUED")));
        waiting(job)
                .body("items[0].sum.amount", equalTo("338.80"))
                .body("items[0].stale", equalTo(false))
                .body("items[0].ageDays", equalTo(0));
        post(Person.ANA, job.invoice() + "/issue").then().statusCode(200);
        waiting(job).body("items", empty());

        String note = "/v1/credit-notes/"
                + post(Person.ANA, job.invoice() + "/credit-notes", Map.of("reason", "Retur"))
                        .path("id");
        post(Person.ANA, note + "/assign-owner", owner("Sorin Ene")).then().statusCode(200);
        waiting(job)
                .body("items.kind", contains("CREDIT_NOT_ISSUED"))
                .body("items.sum.amount", contains("-338.80"))
                .body("items.owner.name", contains("Sorin Ene"));
        post(Person.ANA, note + "/issue").then().statusCode(200);
        waiting(job).body("items", empty());
    }

    @Test
    void whatWaitsForTooLongIsStaleAndGoesToTheOwnerOfTheSettings() throws SQLException {
        Job old = drafted();
        Job fresh = drafted();
        makeOlder(old, 8);

        eventually(() ->
                waiting(old).body("items[0].owner.id", equalTo(Person.ANA.id().toString())));
        waiting(old).body("items[0].stale", equalTo(true)).body("items[0].ageDays", equalTo(8));
        waiting(fresh).body("items[0].stale", equalTo(false)).body("items[0].owner", nullValue());
        get(Person.ANA, BACKLOG + old.ticket + "&stale=false").then().body("items", empty());
        get(Person.ANA, BACKLOG + old.ticket + "&stale=true&owned=true&ownerId=" + Person.ANA.id())
                .then()
                .body("items.kind", contains("DRAFTED_NOT_ISSUED"));
        get(Person.ANA, BACKLOG + fresh.ticket + "&owned=false")
                .then()
                .body("items.kind", hasItem("DRAFTED_NOT_ISSUED"));
        assertThat(Waiting.counted(Person.ANA, "DRAFTED_NOT_ISSUED", Person.ANA.id()))
                .isPositive();
        Waiting.isWhatTheListsHold(Person.ANA);
    }

    @Test
    void theSumsAreThoseOfTheLists() {
        var _ = drafted();
        List<Map<String, Object>> groups =
                get(Person.ANA, "/v1/billing-backlog/sums").path("groups");
        List<String> amounts = get(Person.ANA, "/v1/billing-backlog?limit=200&kind=DRAFTED_NOT_ISSUED&owned=false")
                .path("items.sum.amount");

        BigDecimal sum = groups.stream()
                .filter(group -> group.get("kind").equals("DRAFTED_NOT_ISSUED") && group.get("owner") == null)
                .map(group -> new BigDecimal((String) ((Map<?, ?>) group.get("sum")).get("amount")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum)
                .isEqualByComparingTo(amounts.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    @Test
    void onlyFinanceSeesIt() {
        for (Person other : List.of(Person.TUDOR, Person.DANA, Person.SORIN)) {
            get(other, "/v1/billing-backlog").then().statusCode(403);
            get(other, "/v1/billing-backlog/sums").then().statusCode(403);
        }
    }

    private static Job drafted() {
        Job job = Job.ofMarch().works("LABOUR", 60);
        job.close();
        eventually(() -> assertThat(job.invoices()).hasSize(1));
        return job;
    }

    /** And the job that looks for what is stale is due. */
    private void makeOlder(Job job, int days) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(
                            "update invoice set drafted_at = now() - interval '%d days 1 hour' where order_id = '%s'"
                                    .formatted(days, job.order)))
                    .isOne();
            eventually(() -> assertThat(
                            statement.executeUpdate(
                                    "update errand set due = now(), next_at = now() where kind = 'ASSIGN_STALE' and state = 'WAITING'"))
                    .isOne());
        }
    }

    private static Map<String, Object> owner(String name) {
        return Map.of("ownerId", UUID.randomUUID(), "ownerName", name);
    }

    private static ValidatableResponse waiting(Job job) {
        return get(Person.ANA, BACKLOG + job.ticket).then().statusCode(200);
    }
}
