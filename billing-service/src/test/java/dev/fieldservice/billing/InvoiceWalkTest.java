package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.platform.testing.Walk;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Drafts, prices that come late, and issues in any order: totals add up, and each number follows the one before. */
@QuarkusTest
@WithTestResource(RealServers.class)
class InvoiceWalkTest {

    private static final BigDecimal TAX = new BigDecimal("0.21");

    enum Kind {
        CLOSE_JOB,
        SET_PRICE,
        REPRICE,
        ISSUE
    }

    /** @param pick which of the invoices so far */
    record Step(Kind kind, BigDecimal quantity, BigDecimal price, boolean isPriced, int pick) {}

    /** An invoice as it should be: an hour of labour and one part. */
    private static final class Expected {
        final String path;
        final UUID part;
        final BigDecimal quantity;
        BigDecimal known;
        BigDecimal price;
        boolean isIssued;

        Expected(String path, UUID part, BigDecimal quantity, BigDecimal price) {
            this.path = path;
            this.part = part;
            this.quantity = quantity;
            this.known = price;
            this.price = price;
        }

        BigDecimal net() {
            BigDecimal parts =
                    price == null ? BigDecimal.ZERO : quantity.multiply(price).setScale(2, RoundingMode.HALF_UP);
            return parts.add(new BigDecimal("180.00"));
        }

        BigDecimal gross() {
            return net().add(net().multiply(TAX).setScale(2, RoundingMode.HALF_UP));
        }
    }

    private final List<Expected> invoices = new ArrayList<>();
    private long last = -1;

    @BeforeEach
    void pricesAreKnown() {
        PriceList.isSet();
    }

    @Test
    void totalsAddUpAndNumbersFollowEachOtherWhateverIsDoneInWhateverOrder() {
        Walk.atRandom(ways(), 1, way -> way.forEach(this::take));
    }

    private static Arbitrary<List<Step>> ways() {
        return Combinators.combine(
                        Arbitraries.of(Kind.CLOSE_JOB, Kind.SET_PRICE, Kind.REPRICE, Kind.ISSUE, Kind.ISSUE),
                        Arbitraries.bigDecimals()
                                .between(new BigDecimal("0.001"), new BigDecimal("50"))
                                .ofScale(3),
                        Arbitraries.bigDecimals()
                                .between(BigDecimal.ZERO, new BigDecimal("9999"))
                                .ofScale(4),
                        Arbitraries.of(true, true, false),
                        Arbitraries.integers().between(0, 1000))
                .as(Step::new)
                .list()
                .ofSize(40);
    }

    private void take(Step step) {
        if (step.kind() == Kind.CLOSE_JOB || invoices.isEmpty()) {
            invoices.add(closeJob(step));
        }
        Expected invoice = invoices.get(step.pick() % invoices.size());
        switch (step.kind()) {
            case CLOSE_JOB -> {}
            case SET_PRICE -> setPrice(invoice, step.price());
            case REPRICE -> reprice(invoice);
            case ISSUE -> issue(invoice);
        }
        eventually(() -> {
            Response seen = get(Person.ANA, invoice.path);
            assertThat(new BigDecimal(seen.<String>path("totals.net.amount"))).isEqualByComparingTo(invoice.net());
            assertThat(new BigDecimal(seen.<String>path("totals.gross.amount"))).isEqualByComparingTo(invoice.gross());
        });
    }

    private static Expected closeJob(Step step) {
        UUID part = UUID.randomUUID();
        if (step.isPriced()) {
            PriceList.price(part, step.price().toPlainString(), PriceList.FROM);
        }
        Job job = Job.ofMarch().works("LABOUR", 60);
        job.tell(job.uses(part, step.quantity().toPlainString(), "EA"));
        job.close();
        eventually(() -> assertThat(job.invoices()).hasSize(1));
        return new Expected(job.invoice(), part, step.quantity(), step.isPriced() ? step.price() : null);
    }

    private static void setPrice(Expected invoice, BigDecimal price) {
        if (invoice.known == null) {
            PriceList.price(invoice.part, price.toPlainString(), PriceList.FROM);
            invoice.known = price;
            invoice.price = price;
        }
    }

    private static void reprice(Expected invoice) {
        int status = post(Person.ANA, invoice.path + "/reprice").statusCode();
        assertThat(status).isEqualTo(invoice.isIssued ? 409 : 200);
        invoice.price = invoice.isIssued ? invoice.price : invoice.known;
    }

    private void issue(Expected invoice) {
        Response answer = post(Person.ANA, invoice.path + "/issue");
        int expected = invoice.isIssued ? 409 : invoice.price == null ? 422 : 200;
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(expected);
        if (expected == 200) {
            String text = answer.path("number");
            long number = Long.parseLong(text.substring(text.lastIndexOf("-") + 1));
            assertThat(number).as("the number after %d", last).isEqualTo(last < 0 ? number : last + 1);
            last = number;
            invoice.isIssued = true;
        }
    }
}
