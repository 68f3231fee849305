package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No invoice leaves without what the law wants to stand on it. */
@QuarkusTest
@WithTestResource(RealServers.class)
class LawfulTest {

    private Job job;

    @BeforeEach
    void anHourWasWorked() {
        PriceList.isSet();
        job = Job.ofMarch().works("LABOUR", 60);
        job.close();
        eventually(() -> assertThat(job.invoices()).hasSize(1));
    }

    @AfterEach
    void theCompanyIsEntered() {
        Company.says(company -> {});
    }

    @Test
    void anIssuedInvoiceShowsWhoSoldAndKeepsIt() {
        get(Person.ANA, job.invoice()).then().body("seller", nullValue());

        issued(200)
                .body("seller.legalName", equalTo("Frigotehnica Service SRL"))
                .body("seller.vatId", equalTo("RO18547290"))
                .body("seller.registrationNumber", equalTo("J40/4321/2006"))
                .body("seller.address.city", equalTo("București"))
                .body("seller.iban", equalTo("RO49AAAA1B31007593840000"))
                .body("buyer.billingAddress.street", equalTo("Bulevardul Timișoara 26"));
        Company.says(company -> seller(company).put("legalName", "Frig Nou SRL"));

        get(Person.ANA, job.invoice()).then().body("seller.legalName", equalTo("Frigotehnica Service SRL"));
    }

    @Test
    void withoutASellerNothingIsIssuedAndNoNumberIsUsed() {
        Company.says(company -> company.remove("seller"));
        issued(422)
                .body("code", equalTo("invoice-incomplete"))
                .body("errors.pointer", contains("/seller"))
                .body("errors.code", contains("missing"));

        Company.says(company -> seller(company).remove("vatId"));
        issued(422).body("errors.pointer", contains("/seller/vatId"));

        Company.says(company -> seller(company).put("vatId", "RO18547291"));
        issued(422).body("errors.code", contains("invalid-tax-id"));

        Company.says(company -> {});
        issued(200).body("state", equalTo("ISSUED"));
    }

    @Test
    void theBuyersAddressIsMissedAndTheDraftFollowsItsCorrection() {
        customer(2, buyer -> buyer.remove("billingAddress"));
        eventually(() -> get(Person.ANA, job.invoice()).then().body("buyer.billingAddress", nullValue()));
        issued(422)
                .body("code", equalTo("invoice-incomplete"))
                .body("errors.pointer", contains("/buyer/billingAddress"));

        customer(3, buyer -> {});
        eventually(() -> get(Person.ANA, job.invoice()).then().body("buyer.billingAddress.city", equalTo("București")));
        issued(200).body("state", equalTo("ISSUED"));
    }

    @Test
    void aVatIdThatCannotBeIsNamedAndNoneIsFine() {
        customer(2, buyer -> buyer.put("taxId", "RO12345678"));
        eventually(() -> get(Person.ANA, job.invoice()).then().body("buyer.taxId", equalTo("RO12345678")));
        issued(422).body("errors.pointer", contains("/buyer/taxId")).body("errors.code", contains("invalid-tax-id"));

        customer(3, buyer -> buyer.remove("taxId"));
        eventually(() -> get(Person.ANA, job.invoice()).then().body("buyer.taxId", nullValue()));
        issued(200).body("state", equalTo("ISSUED"));
    }

    private void customer(int version, Consumer<ObjectNode> what) {
        job.ticketSays(version, ticket -> what.accept((ObjectNode) ticket.get("customer")));
    }

    private static ObjectNode seller(ObjectNode company) {
        return (ObjectNode) company.get("seller");
    }

    private ValidatableResponse issued(int status) {
        return post(Person.ANA, job.invoice() + "/issue").then().statusCode(status);
    }
}
