package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Contracts;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Prices and invoices are in the currency that the company has. */
@QuarkusTest
@WithTestResource(RealServers.class)
class CurrencyTest {

    private static final UUID COMPANY = UUID.fromString("00000000-0000-7000-8000-000000000001");

    @Inject
    AgroalDataSource database;

    @AfterEach
    void theCompanyIsForgotten() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute("update known_company set company_version = -1, currency = 'RON'");
        }
    }

    @Test
    void aPriceStaysWhatWasEnteredAndCountsForInvoicesOfItsCurrencyOnly() {
        PriceList.isSet();
        UUID part = PriceList.part("100");
        assertThat(invoice(part).<String>path("currency")).isEqualTo("RON");

        theCompanyTurnsTo("EUR", part);

        get(Person.ANA, "/v1/part-prices?partId=" + part)
                .then()
                .body("items.unitPrice.currency", contains("RON", "EUR"))
                .body("items.unitPrice.amount", contains("100.00", "20.00"));
        invoice(part)
                .then()
                .body("currency", equalTo("EUR"))
                .body("lines[0].unitPrice.amount", equalTo("20.00"))
                .body("totals.net.amount", equalTo("20.00"));
        assertThat(price(part, "110", "RON", "2026-02-01").<String>path("code")).isEqualTo("other-currency");
        assertThat(invoice(UUID.randomUUID()).<Integer>path("unpricedLines")).isEqualTo(1);
    }

    @Test
    void aPriceGivenInTheCurrencyOfBeforeIsDroppedAndTheLineSaysSo() {
        PriceList.isSet();
        UUID part = PriceList.part("100");
        String invoice = "/v1/invoices/" + invoice(part).path("id");
        String line = get(Person.ANA, invoice).path("lines[0].id");
        post(
                        Person.ANA,
                        invoice + "/lines/" + line + "/correct",
                        Map.of("unitPrice", PriceList.lei("90"), "reason", "Reducere"))
                .then()
                .statusCode(200);
        theCompanyTurnsTo("EUR", part);

        post(Person.ANA, invoice + "/reprice")
                .then()
                .statusCode(200)
                .body("lines[0].unitPrice.amount", equalTo("20.00"))
                .body("lines[0].priceGiven", equalTo(false))
                .body("lines[0].changes.kind", contains("CORRECTED", "PRICE_DROPPED"))
                .body("lines[0].changes.unitPrice", contains("100.00", "90.00"))
                .body("lines[0].changes[1].reason", equalTo("The invoice is in EUR now, it was in RON."));
    }

    private static void theCompanyTurnsTo(String currency, UUID part) {
        ObjectNode company = (ObjectNode) Contracts.sample(Topics.COMPANY_CHANGED, Map.of("currency", currency));
        Events.publish(Topics.COMPANY_CHANGED, COMPANY, UUID.randomUUID(), company.put("companyVersion", 100));
        eventually(() -> assertThat(price(part, "20", currency, PriceList.FROM).statusCode())
                .isEqualTo(201));
    }

    private static Response price(UUID part, String amount, String currency, String from) {
        return post(
                Person.ANA,
                "/v1/part-prices",
                Map.of("partId", part, "unitPrice", Map.of("amount", amount, "currency", currency), "validFrom", from));
    }

    private static Response invoice(UUID part) {
        Job job = Job.ofMarch();
        job.tell(job.uses(part, "1", "EA"));
        job.close();
        eventually(() -> assertThat(job.invoices()).hasSize(1));
        return get(Person.ANA, job.invoice());
    }
}
