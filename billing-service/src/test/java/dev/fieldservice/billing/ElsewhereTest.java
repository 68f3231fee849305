package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the rules charge is charged once, on whichever invoice of the job it is. */
@QuarkusTest
@WithTestResource(RealServers.class)
class ElsewhereTest {

    private final UUID visit = UUID.randomUUID();
    private Buyer buyer;
    private Job job;

    /** Half an hour before six in the evening and half an hour after, in one visit, whose call-out costs 75. */
    @BeforeEach
    void anEveningIsDrafted() {
        PriceList.isSet();
        buyer = new Buyer();
        var _ = buyer.rule("Deplasare", Map.of("visit", Map.of("callOutFee", PriceList.lei("75.00"))));
        job = Job.ofMarch().of(buyer.id(), "RO12345674");
        works("LABOUR", "2026-03-02T15:30:00Z", "2026-03-02T16:30:00Z");
        job.close();
        eventually(() -> assertThat(job.invoices()).hasSize(1));
        first().body("lines.kind", contains("LABOUR", "CALL_OUT")).body("totals.net.amount", equalTo("255.00"));
    }

    @Test
    void aVisitThatIsBilledIsNotChargedAgainForWhatWasForgotten() {
        issue(job.invoice());

        works("TRAVEL", "2026-03-02T14:30:00Z", "2026-03-02T15:10:00Z");
        job.close(2);

        eventually(() -> assertThat(job.invoices()).hasSize(2));
        second().body("cause", equalTo("SUPPLEMENT"))
                .body("lines.kind", contains("TRAVEL"))
                .body("lines[0].provenance.origin.visit", equalTo(1))
                .body("totals.net.amount", equalTo("60.00"));
        issue(secondPath());
        first().body("pricesCorrected", equalTo(false));
    }

    @Test
    void anotherVisitIsChargedForItself() {
        issue(job.invoice());

        job.works("LABOUR", "Ana", "2026-03-03T08:00:00Z", "2026-03-03T08:30:00Z", UUID.randomUUID())
                .close(2);

        eventually(() -> assertThat(job.invoices()).hasSize(2));
        second().body("lines.kind", contains("LABOUR", "CALL_OUT"))
                .body("lines[1].provenance.origin.visit", equalTo(2))
                .body("totals.net.amount", equalTo("165.00"));
    }

    @Test
    void whatComesToAnOpenDraftIsOfTheSameVisit() {
        works("TRAVEL", "2026-03-02T14:30:00Z", "2026-03-02T15:10:00Z");
        job.close(2);

        eventually(() -> first().body("lines.kind", contains("LABOUR", "TRAVEL", "CALL_OUT"))
                .body("lines.position", contains(1, 2, 3))
                .body("totals.net.amount", equalTo("315.00")));
        assertThat(job.invoices()).hasSize(1);
    }

    @Test
    void aVisitComesBackWithTheLastOfItsTime() {
        works("TRAVEL", "2026-03-02T14:30:00Z", "2026-03-02T15:10:00Z");
        job.close(2);
        eventually(() -> first().body("lines", hasSize(3)));
        issue(job.invoice());

        var _ = job.workedNothing();
        works("TRAVEL", "2026-03-02T14:30:00Z", "2026-03-02T15:10:00Z");
        job.close(3);

        // the travel is a new entry of the same visit, and all that was known before came back
        eventually(() -> proposal().body("items", hasSize(1)));
        String note = "/v1/credit-notes/" + proposal().extract().path("items[0].id");
        get(Person.ANA, note).then().body("lines.kind", contains("LABOUR", "TRAVEL", "CALL_OUT"));
        second().body("lines.kind", contains("TRAVEL", "CALL_OUT"));
    }

    @Test
    void whatWentToAnotherDraftIsNotMadeAnewByANewRule() {
        String callOut = first().extract().path("lines[1].id");
        post(Person.ANA, job.invoice() + "/split", Map.of("lineIds", List.of(callOut), "reason", "Separat"))
                .then()
                .statusCode(201);

        String band = evening();

        // neither the call-out nor the time whose visit it was comes back, and the time is priced by the band of its
        // beginning
        eventually(() -> first().body("lines.kind", contains("LABOUR")).body("lines.quantity", contains("60.000")));
        second().body("lines.kind", contains("CALL_OUT")).body("totals.net.amount", equalTo("75.00"));
        post(Person.ANA, "/v1/price-rules/" + band + "/withdraw", Map.of("reason", "Nu"))
                .then()
                .statusCode(200);
        post(Person.ANA, job.invoice() + "/reprice").then().statusCode(200).body("lines.kind", contains("LABOUR"));
        post(Person.ANA, secondPath() + "/reprice").then().statusCode(200).body("lines.kind", contains("CALL_OUT"));
        issue(job.invoice());
        issue(secondPath());
    }

    @Test
    void aSplitLineIsNotCutAnewAndWhatIsAddedStays() {
        String labour = first().extract().path("lines[0].id");
        post(
                        Person.ANA,
                        job.invoice() + "/lines/" + labour + "/split",
                        Map.of("quantity", "20", "reason", "Vecinul plătește o parte"))
                .then()
                .statusCode(200)
                .body("lines.quantity", contains("40.000", "1.000", "20.000"));
        post(
                        Person.ANA,
                        job.invoice() + "/lines",
                        Map.of(
                                "kind",
                                "OTHER",
                                "description",
                                "Parcare",
                                "quantity",
                                "1",
                                "unit",
                                "C62",
                                "unitPrice",
                                PriceList.lei("10.00"),
                                "reason",
                                "Bon"))
                .then()
                .statusCode(200)
                .body("lines[3].provenance.words[0]", equalTo("Added by a person"));

        var _ = evening();
        post(Person.ANA, job.invoice() + "/reprice")
                .then()
                .statusCode(200)
                .body("lines.kind", contains("LABOUR", "CALL_OUT", "LABOUR", "OTHER"))
                .body("lines.quantity", contains("40.000", "1.000", "20.000", "1.000"))
                .body("totals.net.amount", equalTo("265.00"));
        issue(job.invoice());
    }

    @Test
    void whatIsCreditedIsNoReasonToSayThatPricesWereCorrected() {
        issue(job.invoice());
        String note = post(Person.ANA, job.invoice() + "/credit-notes", Map.of("reason", "Tot"))
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        issue(note);
        String correction = post(Person.ANA, job.invoice() + "/correction", Map.of("reason", "Alt preț"))
                .then()
                .statusCode(201)
                .body("lines.kind", contains("LABOUR", "CALL_OUT"))
                .extract()
                .header("Location");

        var _ = evening();
        var _ = buyer.rule("Rabat", Map.of("discount", Map.of("percent", "10")));

        eventually(() -> get(Person.ANA, correction)
                .then()
                .body("lines.kind", contains("LABOUR", "CALL_OUT"))
                .body("totals.net.amount", equalTo("229.50")));
        first().body("pricesCorrected", equalTo(false));
        issue(correction);
    }

    /** Answers with its id. */
    private String evening() {
        return buyer.rule(
                "Seara",
                Map.of("band", Map.of("percent", "125", "hours", List.of(Map.of("from", "18:00", "to", "22:00")))));
    }

    private void works(String kind, String from, String to) {
        var _ = job.works(kind, "Ana", from, to, visit);
    }

    private static void issue(String document) {
        post(Person.ANA, document + "/issue").then().statusCode(200);
    }

    private ValidatableResponse first() {
        return get(Person.ANA, job.invoice()).then();
    }

    private ValidatableResponse second() {
        return get(Person.ANA, secondPath()).then();
    }

    private String secondPath() {
        return "/v1/invoices/" + job.invoices().getLast();
    }

    private ValidatableResponse proposal() {
        return get(
                        Person.ANA,
                        "/v1/credit-notes?proposed=true&invoiceId="
                                + job.invoices().getFirst())
                .then();
    }
}
