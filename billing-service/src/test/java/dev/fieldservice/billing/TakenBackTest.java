package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A mistake is noticed after the job was closed, and what was recorded is taken back. */
@QuarkusTest
@WithTestResource(RealServers.class)
class TakenBackTest {

    private UUID refrigerant;

    @BeforeEach
    void pricesAreKnown() {
        PriceList.isSet();
        refrigerant = PriceList.part("214.55");
    }

    @Test
    void timeThatIsTakenBackAfterTheDraftIsShownAndNotSilentlyBilled() {
        Job job = Job.ofMarch().works("LABOUR", 60);
        job.close();
        eventually(() -> assertThat(job.invoices()).hasSize(1));

        job.workedNothing().close(2);

        eventually(() ->
                job.billingCase().then().body("state", equalTo("INVOICED")).body("unexpected", equalTo(true)));
        get(Person.ANA, job.invoice()).then().body("lines", hasSize(1));
        assertThat(get(Person.SORIN, "/v1/history?correlationId=" + job.ticket)
                        .path("items.reason")
                        .toString())
                .contains("taken back: Labour");
    }

    @Test
    void aPartThatIsTakenBackAfterTheDraftIsShown() {
        Job job = Job.ofMarch();
        Job.Used used = job.uses(refrigerant, "1", "KGM");
        job.tell(used);
        job.close();
        eventually(() -> assertThat(job.invoices()).hasSize(1));

        job.tellReversed(used);

        eventually(() -> job.billingCase()
                .then()
                .body("state", equalTo("INVOICED"))
                .body("unexpected", equalTo(true))
                .body("differences.kind", contains("REVERSED_BUT_LISTED")));
    }

    @Test
    void whatIsTakenBackWhileTheCaseWaitsIsNotBilled() {
        Job job = Job.ofMarch().works("LABOUR", 60);
        Job.Used used = job.uses(refrigerant, "1", "KGM");
        job.close();
        eventually(() -> job.billingCase().then().body("state", equalTo("WAITING")));

        Job.Used forgotten = job.uses(refrigerant, "2", "KGM");
        job.workedNothing().close(2);
        eventually(() -> job.billingCase().then().body("differences", hasSize(2)));
        job.tell(used);
        job.tell(forgotten);

        eventually(() -> assertThat(job.invoices()).hasSize(1));
        get(Person.ANA, job.invoice()).then().body("lines.kind", contains("PART", "PART"));
    }
}
