package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every invoice of {@code golden/invoices.txt}, from the reports of the job to the draft, says to the cent what was computed by hand. */
@QuarkusTest
@WithTestResource(RealServers.class)
class GoldenInvoicesTest {

    private static final int FEWEST = 40;

    @BeforeEach
    void pricesAreKnown() {
        PriceList.isSet();
    }

    static List<Golden> invoices() {
        return Golden.all();
    }

    @Test
    void thereAreFortyAtLeast() {
        assertThat(Golden.all()).hasSizeGreaterThanOrEqualTo(FEWEST);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("invoices")
    void anInvoiceIsAsItWasComputedByHand(Golden golden) {
        Job job = GoldenJob.of(golden.given()).job();
        job.close();
        eventually(() -> assertThat(job.invoices()).hasSize(1));
        JsonPath invoice = get(Person.ANA, job.invoice()).jsonPath();

        assertThat(lines(invoice)).as("lines").isEqualTo(golden.lines());
        assertThat(taxes(invoice)).as("taxes").isEqualTo(golden.taxes());
        assertThat("%s | %s | %s"
                        .formatted(
                                invoice.getString("totals.net.amount"),
                                invoice.getString("totals.tax.amount"),
                                invoice.getString("totals.gross.amount")))
                .as("totals")
                .isEqualTo(golden.total());
    }

    private static List<String> lines(JsonPath invoice) {
        return invoice.<Map<String, Object>>getList("lines").stream()
                .map(line -> "%s | %s %s | %s | %s | %s %s"
                        .formatted(
                                line.get("kind"),
                                line.get("quantity"),
                                line.get("unit"),
                                amount(line.get("unitPrice")),
                                amount(line.get("net")),
                                line.get("taxCategory"),
                                line.get("taxPercent")))
                .toList();
    }

    private static List<String> taxes(JsonPath invoice) {
        return invoice.<Map<String, Object>>getList("totals.taxes").stream()
                .map(tax -> "%s %s | %s | %s"
                        .formatted(
                                tax.get("category"),
                                tax.get("percent"),
                                amount(tax.get("taxable")),
                                amount(tax.get("tax"))))
                .toList();
    }

    private static Object amount(Object money) {
        return ((Map<?, ?>) money).get("amount");
    }
}
