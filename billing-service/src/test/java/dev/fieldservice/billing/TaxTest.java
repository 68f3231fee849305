package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Contracts;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each line is taxed as its buyer, its part or its kind of work is, and the invoice says why where it is not. */
@QuarkusTest
@WithTestResource(RealServers.class)
class TaxTest {

    private static final String GERMAN = "DE136695976";

    @Inject
    AgroalDataSource database;

    private final UUID customer = UUID.randomUUID();
    private UUID part;

    @BeforeEach
    void pricesAreKnown() {
        PriceList.isSet();
        part = PriceList.part("100.00");
        PriceList.isRegistered(part);
        calls(customer);
    }

    /** The customer's first request. */
    private static void calls(UUID customer) {
        UUID ticket = UUID.randomUUID();
        ObjectNode event = (ObjectNode) Contracts.sample(Topics.TICKET_CREATED, Map.of("ticketId", ticket));
        ((ObjectNode) event.get("customer")).put("id", customer.toString());
        Events.publish(Topics.TICKET_CREATED, ticket, event);
    }

    @Test
    void aRuleAboutACustomerOrPartOfWhichNothingWasHeardIsRefusedUntilItIs() {
        UUID stranger = UUID.randomUUID();
        UUID nothing = UUID.randomUUID();
        isUnknown(Map.of("customerId", stranger, "category", "AE"), "/customerId", Topics.CUSTOMER_CHANGED);
        isUnknown(Map.of("partId", nothing, "category", "Z"), "/partId", Topics.PART_REGISTERED);

        calls(stranger);
        PriceList.isRegistered(nothing);

        var _ = rule(Map.of("customerId", stranger, "category", "AE"));
        var _ = rule(Map.of("partId", nothing, "category", "Z"));
    }

    @Test
    void aRuleMayBeAboutACustomerWhoWasRegisteredAndHasAskedForNothingYet() {
        UUID registered = UUID.randomUUID();
        ObjectNode event = (ObjectNode) Contracts.sample(Topics.CUSTOMER_CHANGED, Map.of("customerId", registered));
        ((ObjectNode) event.get("customer")).put("id", registered.toString());
        Events.publish(Topics.CUSTOMER_CHANGED, registered, event);

        var _ = rule(Map.of("customerId", registered, "category", "AE"));
    }

    /** @param topic that is to be told anew if it is old */
    private static void isUnknown(Map<String, Object> rule, String pointer, String topic) {
        send(rule)
                .statusCode(422)
                .body("code", equalTo("unknown-reference"))
                .body("errors.pointer", contains(pointer))
                .body("errors[0].detail", containsString(topic));
    }

    @Test
    void aReducedRateOfAPartStandsBesideTheStandardRate() {
        var _ = rule(Map.of("partId", part, "category", "S", "level", "REDUCED"));

        draft(job("RO12345674", "RO"))
                .body("lines.taxCategory", contains("S", "S"))
                .body("lines.taxPercent", contains("11.00", "21.00"))
                .body("totals.taxes.percent", contains("11.00", "21.00"))
                .body("totals.taxes.tax.amount", contains("11.00", "37.80"))
                .body("totals.gross.amount", equalTo("328.80"));
    }

    @Test
    void aBuyerFromAnotherMemberStateOwesTheTax() {
        draft(job(GERMAN, "RO"))
                .body("lines.taxCategory", contains("AE", "AE"))
                .body("lines.exemptionReason", contains("Reverse charge", "Reverse charge"))
                .body("totals.taxes.exemptionCode", contains("VATEX-EU-AE"))
                .body("totals.tax.amount", equalTo("0.00"))
                .body("totals.gross.amount", equalTo("280.00"));
    }

    @Test
    void partsThatGoToAnotherMemberStateAreSuppliedWithinTheUnion() {
        Job job = job(GERMAN, "DE");
        draft(job)
                .body("lines.taxCategory", contains("K", "AE"))
                .body("totals.taxes.category", contains("AE", "K"))
                .body("totals.taxes.exemptionReason", contains("Reverse charge", "Intra-Community supply"));
        post(Person.ANA, job.invoice() + "/issue").then().statusCode(200);
    }

    @Test
    void aDraftFollowsTheBuyersVatIdAndTheSellersCountry() {
        Job job = job("RO12345674", "RO");
        draft(job).body("totals.gross.amount", equalTo("338.80"));

        job.ticketSays(
                3,
                ticket -> ((ObjectNode) ticket.get("customer"))
                        .put("id", customer.toString())
                        .put("taxId", GERMAN));
        eventually(() -> draft(job).body("totals.gross.amount", equalTo("280.00")));

        try {
            Company.says(company -> ((ObjectNode) company.at("/seller/address")).put("countryCode", "DE"));
            afterAllOthers(() -> draft(job).body("lines.taxCategory", contains("S", "S")));
        } finally {
            Company.says(company -> {});
        }
        afterAllOthers(() -> draft(job).body("lines.taxCategory", contains("AE", "AE")));
    }

    /** Every invoice of every test is looked at before. */
    private static void afterAllOthers(ThrowingRunnable assertion) {
        Awaitility.await().atMost(Duration.ofMinutes(2)).untilAsserted(assertion);
    }

    @Test
    void aDraftFollowsTheCountryOfTheSite() {
        Job job = job(GERMAN, "RO");
        draft(job).body("lines.taxCategory", contains("AE", "AE"));

        standsInGermany(job);

        eventually(() -> draft(job).body("lines.taxCategory", contains("K", "AE")));
        get(Person.SORIN, "/v1/history?correlationId=" + job.ticket)
                .then()
                .body("items.action", hasItem("SITE_CORRECTED"));
    }

    @Test
    void aSiteThatIsCorrectedBeforeAnOlderReportComesStandsToo() {
        Job job = reported(GERMAN, "RO");
        standsInGermany(job);
        job.isHeardOf(database, 3);

        job.close();

        eventually(() -> assertThat(job.invoices()).hasSize(1));
        draft(job).body("lines.taxCategory", contains("K", "AE"));
    }

    private void standsInGermany(Job job) {
        job.ticketSays(3, ticket -> {
            ((ObjectNode) ticket.get("customer")).put("id", customer.toString()).put("taxId", GERMAN);
            ((ObjectNode) ticket.at("/location/address")).put("countryCode", "DE");
        });
    }

    @Test
    void aRuleAboutTheCustomerGoesBeforeAllElseUntilItIsWithdrawn() {
        Job job = job(GERMAN, "RO");
        String rule =
                rule(Map.of("customerId", customer, "category", "S")).extract().path("id");
        eventually(() -> draft(job).body("lines.taxCategory", contains("S", "S")));
        var _ = rule(Map.of("partId", part, "category", "S", "level", "REDUCED"));
        eventually(() -> draft(job).body("lines.taxPercent", contains("11.00", "21.00")));

        post(Person.ANA, "/v1/tax-rules/" + rule + "/withdraw", Map.of("reason", "Nu e imobil"))
                .then()
                .statusCode(200)
                .body("withdrawal.reason", equalTo("Nu e imobil"));
        eventually(() -> draft(job).body("lines.taxCategory", contains("AE", "AE")));
    }

    @Test
    void whatIsExemptSaysWhyAndOneLineCanBeTaxedOtherwise() {
        var _ = rule(Map.of("customerId", customer, "category", "E", "exemptionReason", "Scutit, art. 292"));
        Job job = job("RO12345674", "RO");
        draft(job)
                .body("totals.taxes.exemptionReason", contains("Scutit, art. 292"))
                .body("totals.gross.amount", equalTo("280.00"));

        String line = get(Person.ANA, job.invoice()).path("lines[0].id");
        post(
                        Person.ANA,
                        job.invoice() + "/lines/" + line + "/correct",
                        Map.of("taxCategory", "S", "reason", "Piesa se impozitează"))
                .then()
                .statusCode(200)
                .body("lines.taxCategory", contains("S", "E"))
                .body("lines[0].exemptionReason", nullValue())
                .body("totals.gross.amount", equalTo("301.00"));
    }

    @Test
    void aRuleThatCannotBeIsRefused() {
        refused(Map.of("category", "AE"), "/customerId");
        refused(Map.of("customerId", customer, "partId", part, "category", "AE"), "/customerId");
        refused(Map.of("customerId", customer, "category", "E"), "/exemptionReason");
        refused(Map.of("partId", part, "category", "Z", "level", "REDUCED"), "/level");
        var _ = rule(Map.of("partId", part, "category", "Z"));
        send(Map.of("partId", part, "category", "Z")).statusCode(409).body("code", equalTo("already-set-for-this-day"));
    }

    private static void refused(Map<String, Object> rule, String pointer) {
        send(rule).statusCode(422).body("errors.pointer", contains(pointer));
    }

    private static ValidatableResponse rule(Map<String, Object> rule) {
        AtomicReference<ValidatableResponse> answer = new AtomicReference<>();
        eventually(() -> answer.set(send(rule).statusCode(201)));
        return answer.get();
    }

    private static ValidatableResponse send(Map<String, Object> rule) {
        Map<String, Object> body = new HashMap<>(rule);
        body.put("reason", "Cum spune legea");
        body.put("validFrom", PriceList.FROM);
        return post(Person.ANA, "/v1/tax-rules", body).then();
    }

    private Job reported(String taxId, String country) {
        Job job = Job.ofMarch().of(customer, taxId).in(country).works("LABOUR", 60);
        job.tell(job.uses(part, "1", "EA"));
        return job;
    }

    private Job job(String taxId, String country) {
        Job job = reported(taxId, country);
        job.close();
        eventually(() -> assertThat(job.invoices()).hasSize(1));
        return job;
    }

    private static ValidatableResponse draft(Job job) {
        return get(Person.ANA, job.invoice()).then().statusCode(200);
    }
}
