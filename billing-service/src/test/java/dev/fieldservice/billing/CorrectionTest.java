package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A customer's name or VAT id that was put right reaches what is not issued yet, and nothing else. */
@QuarkusTest
@WithTestResource(RealServers.class)
class CorrectionTest {

    private static final String RIGHT = "RO18547290";

    @Inject
    AgroalDataSource database;

    private Job job;

    @BeforeEach
    void pricesAreSet() {
        PriceList.isSet();
        job = Job.ofMarch().works("LABOUR", 60);
    }

    @Test
    void aDraftNamesTheCustomerAsItIsKnownNow() {
        isDrafted(job);

        job.ticketSays(3, RIGHT);
        job.ticketSays(2, "RO00000000");

        eventually(() -> get(Person.ANA, job.invoice()).then().body("buyer.taxId", equalTo(RIGHT)));
        post(Person.ANA, job.invoice() + "/issue").then().statusCode(200).body("buyer.taxId", equalTo(RIGHT));
    }

    /** As when a customer who was entered twice is merged. */
    @Test
    void aDraftGoesOverToAnotherCustomerWithItsTicket() {
        String kept = UUID.randomUUID().toString();
        isDrafted(job);

        job.ticketSays(3, event -> ((ObjectNode) event.get("customer")).put("id", kept));

        eventually(() -> get(Person.ANA, job.invoice()).then().body("buyer.id", equalTo(kept)));
        get(Person.ANA, "/v1/invoices?customerId=" + kept).then().body("items.size()", equalTo(1));
    }

    @Test
    void whatIsIssuedStaysAsItWas() {
        isDrafted(job);
        post(Person.ANA, job.invoice() + "/issue").then().statusCode(200);
        JsonPath issued = get(Person.ANA, job.invoice()).jsonPath();

        job.ticketSays(3, RIGHT);

        job.isHeardOf(database, 3);
        JsonPath now = get(Person.ANA, job.invoice()).jsonPath();
        for (String what : List.of("state", "number", "buyer", "lines", "totals")) {
            assertThat(now.<Object>get(what)).as(what).isEqualTo(issued.get(what));
        }
    }

    @Test
    void aCorrectionThatComesBeforeTheClosedJobStands() {
        job.ticketSays(3, RIGHT);
        job.isHeardOf(database, 3);

        isDrafted(job);

        get(Person.ANA, job.invoice()).then().body("buyer.taxId", equalTo(RIGHT));
    }

    @Test
    void whatWaitsForItsPartsIsBilledToTheCustomerAsCorrected() {
        Job.Used late = job.uses(PriceList.part("10.00"), "1", "EA");
        job.close();
        eventually(() -> job.billingCase().then().body("state", equalTo("WAITING")));

        job.ticketSays(3, RIGHT);
        job.isHeardOf(database, 3);
        job.tell(late);

        eventually(() -> assertThat(job.invoices()).hasSize(1));
        get(Person.ANA, job.invoice()).then().body("buyer.taxId", equalTo(RIGHT));
    }

    private static void isDrafted(Job job) {
        job.close();
        eventually(() -> assertThat(job.invoices()).hasSize(1));
    }
}
