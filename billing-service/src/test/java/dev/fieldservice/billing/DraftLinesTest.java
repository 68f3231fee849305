package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

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

/** What a draft says wrongly is put right before it is issued, and nothing of it is lost. */
@QuarkusTest
@WithTestResource(RealServers.class)
class DraftLinesTest {

    private static final Map<String, Object> GOODWILL = Map.of("reason", "Din bunăvoință");

    private Job job;
    private UUID part;

    @BeforeEach
    void aValveAndAnHourAreDrafted() {
        PriceList.isSet();
        part = PriceList.part("100.00");
        job = Job.ofMarch().works("LABOUR", 60);
        job.tell(job.uses(part, "2", "EA"));
        job.close();
        eventually(() -> assertThat(job.invoices()).hasSize(1));
    }

    @Test
    void aLineThatIsTakenOutIsNotBilledAndStaysToBeSeenAndItsCaseSaysSo() {
        does(0, "take-out", GOODWILL)
                .statusCode(200)
                .body("lines[0].takenOut", equalTo(true))
                .body("lines[0].net.amount", equalTo("200.00"))
                .body("lines[0].allowedCommands", contains("put-back"))
                .body("lines[0].changes.kind", contains("TAKEN_OUT"))
                .body("lines[0].changes.reason", contains("Din bunăvoință"))
                .body("totals.net.amount", equalTo("180.00"));
        job.billingCase().then().body("partsLeftOut", equalTo(true)).body("usages.state", contains("LEFT_OUT"));
        get(Person.ANA, "/v1/billing-cases?ticketId=" + job.ticket).then().body("items.partsLeftOut", contains(true));

        issue().statusCode(200).body("totals.gross.amount", equalTo("217.80"));
        does(0, "put-back", GOODWILL).statusCode(409).body("code", equalTo("illegal-transition"));
        get(Person.ANA, job.invoice()).then().body("lines[1].allowedCommands", empty());
    }

    @Test
    void itCanBePutBackAndFollowsPricesThatChangedMeanwhile() {
        does(0, "take-out", GOODWILL).body("totals.net.amount", equalTo("180.00"));
        does(0, "take-out", GOODWILL).statusCode(409).body("code", equalTo("taken-out"));
        PriceList.price(part, "90.00", "2026-03-01");

        does(0, "put-back", Map.of("reason", "Clientul plătește"))
                .statusCode(200)
                .body("totals.net.amount", equalTo("360.00"))
                .body("lines[0].changes.kind", contains("TAKEN_OUT", "PUT_BACK"));

        does(0, "put-back", GOODWILL).statusCode(409).body("code", equalTo("not-taken-out"));
        job.billingCase().then().body("partsLeftOut", equalTo(false)).body("usages.state", contains("RECORDED"));
        get(Person.SORIN, "/v1/history?correlationId=" + job.ticket)
                .then()
                .body(
                        "items.findAll { it.action == 'CHANGE_LINE' }.reason",
                        hasItems("line 1: Din bunăvoință", "line 1: Clientul plătește"));
    }

    @Test
    void aLineIsPutRightAndSaysWhatItSaidBefore() {
        does(
                        0,
                        "correct",
                        Map.of(
                                "quantity", "1",
                                "unitPrice", PriceList.lei("89.9950"),
                                "description", "Supapă de expansiune",
                                "reason", "Una era din garanție"))
                .statusCode(200)
                .body("lines[0].quantity", equalTo("1.000"))
                .body("lines[0].description", equalTo("Supapă de expansiune"))
                .body("lines[0].net.amount", equalTo("90.00"))
                .body("lines[0].priceGiven", equalTo(true))
                .body("lines[0].changes.kind", contains("CORRECTED"))
                .body("lines[0].changes.quantity", contains("2.000"))
                .body("lines[0].changes.unitPrice", contains("100.00"))
                .body("lines[0].changes.name", contains("Ana Stan"))
                .body("totals.net.amount", equalTo("270.00"));

        post(Person.ANA, job.invoice() + "/reprice")
                .then()
                .body("lines[0].net.amount", equalTo("90.00"))
                .body("totals.net.amount", equalTo("270.00"));
        does(1, "correct", Map.of("quantity", "48", "reason", "48 de minute, nu o oră"))
                .statusCode(200)
                .body("lines[1].net.amount", equalTo("144.00"))
                .body("lines[1].priceGiven", equalTo(false));
        issue().statusCode(200).body("totals.gross.amount", equalTo("283.14"));
        does(1, "correct", Map.of("quantity", "47", "reason", "Prea târziu"))
                .statusCode(409)
                .body("code", equalTo("illegal-transition"));
    }

    @Test
    void aPriceGivenByHandIsTakenBackToThePriceList() {
        does(0, "correct", Map.of("unitPrice", PriceList.lei("80"), "reason", "Reducere"))
                .body("lines[0].net.amount", equalTo("160.00"));

        does(0, "correct", Map.of("byRule", List.of("PRICE"), "reason", "Fără reducere"))
                .statusCode(200)
                .body("lines[0].net.amount", equalTo("200.00"))
                .body("lines[0].priceGiven", equalTo(false))
                .body("lines[0].changes.unitPrice", contains("100.00", "80.00"))
                .body("lines[0].changes.priceGiven", contains(false, true))
                .body("lines[0].changes.reason", contains("Reducere", "Fără reducere"))
                .body("lines[0].changes.name", contains("Ana Stan", "Ana Stan"));
        PriceList.price(part, "90.00", "2026-03-01");
        eventually(() -> get(Person.ANA, job.invoice()).then().body("lines[0].net.amount", equalTo("180.00")));
    }

    @Test
    void aTaxGivenByHandMayBeTheReducedRateAndIsTakenBackToTheRules() {
        does(1, "correct", Map.of("taxCategory", "S", "taxLevel", "REDUCED", "reason", "Cotă redusă"))
                .statusCode(200)
                .body("lines[1].taxPercent", equalTo("11.00"))
                .body("lines[1].taxGiven", equalTo(true))
                .body("totals.taxes.percent", contains("11.00", "21.00"));
        does(1, "correct", Map.of("taxCategory", "E", "exemptionReason", "Scutit, art. 292", "reason", "Scutit"))
                .statusCode(200)
                .body("lines[1].taxPercent", equalTo("0.00"));

        does(1, "correct", Map.of("byRule", List.of("TAX"), "reason", "Ca de obicei"))
                .statusCode(200)
                .body("lines[1].taxCategory", equalTo("S"))
                .body("lines[1].taxPercent", equalTo("21.00"))
                .body("lines[1].taxGiven", equalTo(false))
                .body("lines[1].exemptionReason", nullValue())
                .body("lines[1].changes.taxCategory", contains("S", "S", "E"))
                .body("lines[1].changes.taxPercent", contains("21.00", "11.00", "0.00"))
                .body("lines[1].changes.taxGiven", contains(false, true, true))
                .body("lines[1].changes[2].exemptionReason", equalTo("Scutit, art. 292"))
                .body("lines[1].changes.reason", contains("Cotă redusă", "Scutit", "Ca de obicei"));
    }

    @Test
    void whatIsSaidOfATaxOrARuleMustAgree() {
        refused("/taxLevel", Map.of("taxLevel", "REDUCED"));
        refused("/taxLevel", Map.of("taxCategory", "AE", "taxLevel", "REDUCED"));
        refused("/byRule/0", Map.of("byRule", List.of("PRICE")));
        refused("/byRule/0", Map.of("byRule", List.of("TAX"), "quantity", "1"));
        does(0, "correct", Map.of("unitPrice", PriceList.lei("80"), "taxCategory", "Z", "reason", "Reducere"))
                .statusCode(200);
        refused("/byRule/0", Map.of("byRule", List.of("PRICE"), "unitPrice", PriceList.lei("70")));
        refused("/byRule/1", Map.of("byRule", List.of("PRICE", "TAX"), "taxCategory", "S"));
    }

    private void refused(String pointer, Map<String, Object> correction) {
        Map<String, Object> body = new HashMap<>(correction);
        body.put("reason", "Nu se potrivește");
        does(0, "correct", body).statusCode(422).body("errors.pointer", contains(pointer));
    }

    @Test
    void whatCannotBeIsRefused() {
        does(0, "correct", GOODWILL).statusCode(422).body("code", equalTo("nothing-to-correct"));
        does(0, "correct", Map.of("quantity", "0.5", "reason", "Jumătate"))
                .statusCode(422)
                .body("code", equalTo("whole-pieces"));
        does(0, "correct", Map.of("quantity", "-1", "reason", "Minus"))
                .statusCode(400)
                .body("code", equalTo("invalid-request"));
        does(0, "correct", Map.of("unitPrice", Map.of("amount", "1", "currency", "EUR"), "reason", "Euro"))
                .statusCode(422)
                .body("code", equalTo("other-currency"));
        does(0, "take-out", Map.of("reason", " ")).statusCode(400).body("code", equalTo("invalid-request"));
        post(Person.ANA, job.invoice() + "/lines/" + UUID.randomUUID() + "/take-out", GOODWILL)
                .then()
                .statusCode(404);
        does(0, "take-out", GOODWILL).statusCode(200).body("lines[0].takenOut", equalTo(true));
        does(1, "take-out", GOODWILL).statusCode(200).body("totals.gross.amount", equalTo("0.00"));
        issue().statusCode(422).body("code", equalTo("no-lines"));
    }

    private ValidatableResponse does(int line, String command, Map<String, Object> body) {
        String id = get(Person.ANA, job.invoice()).path("lines[%d].id".formatted(line));
        return post(Person.ANA, job.invoice() + "/lines/" + id + "/" + command, body)
                .then();
    }

    private ValidatableResponse issue() {
        return post(Person.ANA, job.invoice() + "/issue").then();
    }
}
