package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How prices are made is data: drafts follow it, what is issued and what a person has put right stays. */
@QuarkusTest
@WithTestResource(RealServers.class)
class PriceRulesTest {

    private static final String EVENING = "2026-03-02T15:30:00Z";
    private static final String HOUR_LATER = "2026-03-02T16:30:00Z";

    private Buyer buyer;

    @BeforeEach
    void pricesAreKnown() {
        PriceList.isSet();
        buyer = new Buyer();
    }

    @Test
    void aDraftIsCutAnewWhenABandIsSetAndWhenItIsWithdrawn() {
        Job job = drafted(evening());
        draft(job).body("lines.quantity", contains("60.000"));

        String band = buyer.rule("Seara", Map.of("band", from18(125)));

        eventually(() -> draft(job)
                .body("lines.position", contains(1, 2))
                .body("lines.quantity", contains("30.000", "30.000"))
                .body("lines.net.amount", contains("90.00", "112.50"))
                .body("totals.net.amount", equalTo("202.50")));
        withdraw(band);
        eventually(() -> draft(job)
                .body("lines.position", contains(1))
                .body("lines.quantity", contains("60.000"))
                .body("totals.net.amount", equalTo("180.00")));
        get(Person.SORIN, "/v1/history?correlationId=" + job.ticket)
                .then()
                .body("items.action", hasItem("FOLLOW_PRICES"));
    }

    @Test
    void whatIsIssuedIsNotCutAnewAndIsMarked() {
        Job job = drafted(evening());
        post(Person.ANA, job.invoice() + "/issue").then().statusCode(200);

        String band = buyer.rule("Seara", Map.of("band", from18(125)));

        eventually(() -> draft(job).body("pricesCorrected", equalTo(true)));
        draft(job).body("lines.quantity", contains("60.000")).body("totals.net.amount", equalTo("180.00"));
        withdraw(band);
        eventually(() -> draft(job).body("pricesCorrected", equalTo(false)));
    }

    @Test
    void aTimeEntryThatAPersonHasPutRightIsNotCutAnew() {
        Job job = drafted(evening().works("TRAVEL", "Ana", EVENING, HOUR_LATER));
        String line = get(Person.ANA, job.invoice()).path("lines[0].id");
        post(Person.ANA, job.invoice() + "/lines/" + line + "/correct", Map.of("quantity", "50", "reason", "Pauză"))
                .then()
                .statusCode(200);

        var _ = buyer.rule("Seara", Map.of("band", from18(125)));

        eventually(() -> draft(job)
                .body("lines.kind", contains("LABOUR", "TRAVEL", "TRAVEL"))
                .body("lines.quantity", contains("50.000", "30.000", "30.000"))
                .body("lines.net.amount", contains("150.00", "45.00", "56.25")));
        post(Person.ANA, job.invoice() + "/issue").then().statusCode(200);
    }

    @Test
    void theNewestOfOneNameTakesThePlaceOfTheOneBefore() {
        var _ = buyer.rule("Rabat", Map.of("discount", Map.of("percent", "10")));
        var _ = buyer.rule("Rabat", Map.of("discount", Map.of("percent", "20"), "validFrom", "2026-03-03"));
        Job job = drafted(Job.ofMarch()
                .of(buyer.id(), "RO12345674")
                .works("LABOUR", "Ana", "2026-03-02T08:00:00Z", "2026-03-02T09:00:00Z")
                .works("LABOUR", "Ana", "2026-03-03T08:00:00Z", "2026-03-03T09:00:00Z"));

        draft(job).body("lines.unitPrice.amount", contains("162.00", "144.00"));
    }

    @Test
    void everybodysRuleCountsUntilTheCustomerHasOneAndOnlyWhileItIsValid() {
        Map<String, Object> always = Map.of("percent", "130");
        var _ = rule(Map.of(
                        "name", "Anul 2041", "band", always, "validFrom", "2041-01-01", "validThrough", "2041-12-31"))
                .statusCode(201);
        Job job = new Job("2041-12-31T12:00:00Z")
                .of(buyer.id(), "RO12345674")
                .works("LABOUR", "Ana", "2041-12-31T21:30:00Z", "2041-12-31T22:30:00Z");
        var _ = drafted(job);
        draft(job).body("lines.unitPrice.amount", contains("234.00", "180.00"));

        var _ = buyer.rule("Fără spor", Map.of("band", Map.of("percent", "100"), "validFrom", "2041-01-01"));

        eventually(() -> draft(job).body("lines.unitPrice.amount", contains("180.00", "180.00")));
    }

    @Test
    void aDraftFollowsTheCompanysHolidays() {
        buyer.bands();
        Job job = drafted(new Job("2027-08-20T12:00:00Z")
                .of(buyer.id(), "RO12345674")
                .works("LABOUR", "Ana", "2027-08-18T08:00:00Z", "2027-08-18T09:00:00Z"));
        draft(job).body("lines.unitPrice.amount", contains("180.00"));

        try {
            Company.says(company -> company.withArrayProperty("specialDays").add(holiday(company)));
            eventually(() -> draft(job).body("lines.unitPrice.amount", contains("360.00")));
        } finally {
            Company.says(company -> {});
        }
        eventually(() -> draft(job).body("lines.unitPrice.amount", contains("180.00")));
    }

    private static JsonNode holiday(ObjectNode company) {
        ObjectNode day = company.at("/specialDays/0").deepCopy();
        return day.put("date", "2027-08-18").put("publicHoliday", true);
    }

    @Test
    void aDraftThatGoesToAnotherCustomerHasThePricesOfThat() {
        Job job = drafted(Job.ofMarch().of(buyer.id(), "RO12345674").works("LABOUR", 60));
        Buyer other = new Buyer();
        other.price("/v1/labour-rates", "hourlyRate", "120.00", Map.of("kind", "LABOUR"));
        draft(job).body("totals.net.amount", equalTo("180.00"));

        job.ticketSays(
                3,
                ticket -> ((ObjectNode) ticket.get("customer"))
                        .put("id", other.id().toString()));

        eventually(() -> draft(job)
                .body("totals.net.amount", equalTo("120.00"))
                .body("lines[0].provenance.price.scope", equalTo("CUSTOMER")));
    }

    @Test
    void aLineSaysWhyInWordsAndAsData() {
        UUID part = PriceList.part("214.55");
        var _ = buyer.rule("Rabat", Map.of("discount", Map.of("percent", "10"), "kinds", List.of("PART")));
        var _ = buyer.rule("Abonament", coverage());
        Job job = evening();
        Job.Used used = job.uses(part, "0.333", "KGM");
        job.tell(used);
        var _ = drafted(job);

        draft(job)
                .body("lines[0].provenance.origin.kind", equalTo("USAGE"))
                .body("lines[0].provenance.origin.id", equalTo(used.id().toString()))
                .body("lines[0].provenance.price.source", equalTo("PART_PRICE"))
                .body("lines[0].provenance.price.listed", equalTo("214.55"))
                .body("lines[0].provenance.price.rules.effect", contains("DISCOUNT"))
                .body(
                        "lines[0].provenance.words",
                        contains(
                                "Usage " + used.id(),
                                "The general price of the part from 2026-01-01 on: 214.55",
                                "10 % off by this customer's rule “Rabat” of 2026-01-01",
                                "0.333 KGM × 193.095, rounded half up to 64.30",
                                "Tax S 21 %, by the standard rate, in force from 2026-01-01 on"))
                .body("lines[1].net.amount", equalTo("0.00"))
                .body("lines[1].provenance.origin.kind", equalTo("TIME_ENTRY"))
                .body("lines[1].provenance.origin.visit", equalTo(1))
                .body("lines[1].provenance.origin.from", equalTo(EVENING))
                .body("lines[1].provenance.price.rules.effect", contains("COVERAGE"))
                .body("lines[1].provenance.price.rules[0].clause", equalTo("Contract 17, art. 5"))
                .body("lines[1].provenance.tax.basis", equalTo("STANDARD"))
                .body(
                        "lines[1].provenance.words",
                        hasItem(
                                "100 % covered by this customer's rule “Abonament” of 2026-01-01: Contract 17, art. 5"));
    }

    private static Map<String, Object> coverage() {
        return Map.of(
                "coverage",
                Map.of("percent", "100", "clause", "Contract 17, art. 5"),
                "kinds",
                List.of("LABOUR", "TRAVEL"));
    }

    @Test
    void aPriceThatAPersonGaveSaysSoAndFollowsNoRule() {
        var _ = buyer.rule("Rabat", Map.of("discount", Map.of("percent", "10")));
        Job job = drafted(evening());
        String line = get(Person.ANA, job.invoice()).path("lines[0].id");

        post(
                        Person.ANA,
                        job.invoice() + "/lines/" + line + "/correct",
                        Map.of("unitPrice", PriceList.lei("99"), "reason", "Cum s-a promis"))
                .then()
                .statusCode(200)
                .body("lines[0].provenance.price.source", equalTo("GIVEN"))
                .body("lines[0].provenance.price.id", nullValue())
                .body("lines[0].provenance.words", hasItem("Price given by a person: 99"))
                .body("totals.net.amount", equalTo("99.00"));
    }

    @Test
    void aRuleSaysOneThingOfWhatItCanBeAbout() {
        Map<String, Object> discount = Map.of("percent", "10");
        Map<String, Object> fixed = Map.of("price", PriceList.lei("500"));
        refused(Map.of(), "/band");
        refused(Map.of("discount", discount, "band", from18(125)), "/band");
        refused(Map.of("band", from18(125), "kinds", List.of("PART")), "/kinds");
        refused(
                Map.of("band", Map.of("percent", "150", "hours", List.of(hours("22:00", "06:00")))),
                "/band/hours/0/to");
        refused(Map.of("fixedPrice", fixed), "/workTypeId");
        refused(Map.of("discount", discount, "workTypeId", UUID.randomUUID()), "/workTypeId");
        refused(Map.of("discount", discount, "assetId", UUID.randomUUID()), "/assetId");
        refused(Map.of("visit", Map.of()), "/visit");
        refused(Map.of("visit", Map.of("minimumMinutes", 30), "kinds", List.of("LABOUR")), "/kinds");
        refused(
                Map.of("visit", Map.of("callOutFee", Map.of("amount", "1", "currency", "EUR"))),
                "/visit/callOutFee/currency");
        refused(Map.of("discount", discount, "customerId", UUID.randomUUID()), "/customerId");
        refused(Map.of("discount", discount, "partId", UUID.randomUUID()), "/partId");
        var _ = rule(Map.of("discount", discount, "validFrom", "2026-03-02", "validThrough", "2026-03-01"))
                .statusCode(400)
                .body("errors.pointer", contains("/validThrough"));
    }

    @Test
    void oneOfANameCanBeInForceFromADayOn() {
        Map<String, Object> rule =
                Map.of("customerId", buyer.id(), "discount", Map.of("percent", "10"), "name", "Rabat");
        eventually(() -> rule(rule).statusCode(201));
        var _ = rule(rule).statusCode(409).body("code", equalTo("already-set-for-this-day"));
        get(Person.ANA, "/v1/price-rules?customerId=" + buyer.id())
                .then()
                .body("items.name", contains("Rabat"))
                .body("items[0].discount.percent", equalTo("10"));
    }

    private static void refused(Map<String, Object> rule, String pointer) {
        var _ = rule(rule).statusCode(422).body("errors.pointer", contains(pointer));
    }

    private static ValidatableResponse rule(Map<String, Object> rule) {
        Map<String, Object> body =
                new HashMap<>(Map.of("name", "Regulă", "reason", "Probă", "validFrom", PriceList.FROM));
        body.putAll(rule);
        return post(Person.ANA, "/v1/price-rules", body).then();
    }

    private static void withdraw(String rule) {
        post(Person.ANA, "/v1/price-rules/" + rule + "/withdraw", Map.of("reason", "Nu s-a convenit"))
                .then()
                .statusCode(200)
                .body("withdrawal.reason", equalTo("Nu s-a convenit"));
    }

    private static Map<String, Object> from18(int percent) {
        return Map.of("percent", String.valueOf(percent), "hours", List.of(hours("18:00", "22:00")));
    }

    private static Map<String, String> hours(String from, String to) {
        return Map.of("from", from, "to", to);
    }

    /** From half past five to half past six, by the clock of Bucharest. */
    private Job evening() {
        return Job.ofMarch().of(buyer.id(), "RO12345674").works("LABOUR", "Ana", EVENING, HOUR_LATER);
    }

    private static Job drafted(Job job) {
        job.close();
        eventually(() -> assertThat(job.invoices()).hasSize(1));
        return job;
    }

    private static ValidatableResponse draft(Job job) {
        return get(Person.ANA, job.invoice()).then().statusCode(200);
    }
}
