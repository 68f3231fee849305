package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.platform.testing.Walk;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Invoices, their credits, corrections and reversals in any order: nothing is credited that is not left, nothing is billed twice net of
 * credits, no cent is lost, and the numbers of both series follow each other.
 */
@QuarkusTest
@WithTestResource(RealServers.class)
class CreditWalkTest {

    private static final BigDecimal TAX = new BigDecimal("0.21");
    private static final BigDecimal MINUTES = new BigDecimal(60);

    enum Kind {
        CLOSE_JOB,
        CREDIT_SOME,
        CREDIT_AMOUNT,
        CREDIT_ALL,
        CORRECT,
        REVERSE
    }

    /** @param share of what is left, in hundredths; pick and line say of what */
    record Step(Kind kind, BigDecimal quantity, BigDecimal price, int share, int pick, int line) {}

    private static final class Line {
        final String id;
        final BigDecimal quantity;
        final BigDecimal unitPrice;
        final BigDecimal base;
        BigDecimal left;
        BigDecimal leftNet;

        Line(Map<String, ?> seen) {
            id = (String) seen.get("id");
            quantity = decimal(seen.get("quantity"));
            unitPrice = decimal(((Map<?, ?>) seen.get("unitPrice")).get("amount"));
            base = decimal(seen.get("priceBaseQuantity"));
            left = quantity;
            leftNet = decimal(((Map<?, ?>) seen.get("net")).get("amount"));
        }

        BigDecimal credit(BigDecimal taken) {
            BigDecimal net = taken.multiply(unitPrice).divide(base, 2, RoundingMode.HALF_UP);
            BigDecimal most = taken.compareTo(left) == 0 ? leftNet : net.min(leftNet);
            left = left.subtract(taken);
            leftNet = leftNet.subtract(most);
            return most;
        }

        boolean isLeft() {
            return left.signum() > 0 || leftNet.signum() > 0;
        }
    }

    private static final class Invoice {
        final String path;
        final BigDecimal tax;
        final List<Line> lines;
        BigDecimal creditedNet = BigDecimal.ZERO;
        BigDecimal creditedTax = BigDecimal.ZERO;

        Invoice(String path, Response seen) {
            this.path = path;
            this.tax = new BigDecimal(seen.<String>path("totals.tax.amount"));
            this.lines = seen.<List<Map<String, ?>>>path("lines").stream()
                    .map(Line::new)
                    .toList();
        }

        boolean isLeft() {
            return lines.stream().anyMatch(Line::isLeft);
        }

        /** Of several credits the last takes what is left, and none takes more. */
        void credit(BigDecimal net) {
            BigDecimal rounded = net.multiply(TAX).setScale(2, RoundingMode.HALF_UP);
            BigDecimal leftNet = lines.stream().map(line -> line.leftNet).reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal leftTax = tax.subtract(creditedTax);
            creditedNet = creditedNet.add(net);
            creditedTax = creditedTax.add(leftNet.signum() == 0 ? leftTax : rounded.min(leftTax));
        }
    }

    @Inject
    AgroalDataSource database;

    private final List<Invoice> invoices = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<Job> jobs = new ArrayList<>();
    private long lastInvoice = -1;
    private long lastNote = -1;

    @BeforeEach
    void pricesAreKnown() {
        PriceList.isSet();
    }

    @Test
    void nothingIsCreditedOrBilledTwiceWhateverIsDoneInWhateverOrder() {
        Walk.atRandom(ways(), 1, way -> way.forEach(this::take));
        jobs.forEach(this::isBilledAtMostOnce);
    }

    private static Arbitrary<List<Step>> ways() {
        return Combinators.combine(
                        Arbitraries.of(
                                Kind.CLOSE_JOB,
                                Kind.CREDIT_SOME,
                                Kind.CREDIT_SOME,
                                Kind.CREDIT_AMOUNT,
                                Kind.CREDIT_ALL,
                                Kind.CORRECT,
                                Kind.CORRECT,
                                Kind.REVERSE),
                        Arbitraries.bigDecimals()
                                .between(new BigDecimal("0.001"), new BigDecimal("50"))
                                .ofScale(3),
                        Arbitraries.bigDecimals()
                                .between(new BigDecimal("0.0001"), new BigDecimal("9999"))
                                .ofScale(4),
                        Arbitraries.integers().between(1, 100),
                        Arbitraries.integers().between(0, 1000),
                        Arbitraries.integers().between(0, 1))
                .as(Step::new)
                .list()
                .ofSize(60);
    }

    private void take(Step step) {
        if (step.kind() == Kind.CLOSE_JOB || invoices.isEmpty()) {
            closeJob(step);
        }
        Invoice invoice = invoices.get(step.pick() % invoices.size());
        Line line = invoice.lines.get(step.line() % invoice.lines.size());
        switch (step.kind()) {
            case CLOSE_JOB -> {}
            case CREDIT_SOME -> creditSome(invoice, line, step.share());
            case CREDIT_AMOUNT -> creditAmount(invoice, line, step.share());
            case CREDIT_ALL -> creditAll(invoice);
            case CORRECT -> correct(invoice);
            case REVERSE -> reverse(step.pick());
        }
        isAsExpected(invoice);
    }

    private void closeJob(Step step) {
        UUID part = PriceList.part(step.price().toPlainString());
        Job job = Job.ofMarch().works("LABOUR", 60);
        job.tell(job.uses(part, step.quantity().toPlainString(), "KGM"));
        job.close();
        eventually(() -> assertThat(job.invoices()).hasSize(1));
        jobs.add(job);
        issue(job.invoice());
    }

    private void issue(String path) {
        Response seen = post(Person.ANA, path + "/issue");
        seen.then().statusCode(200);
        lastInvoice = follows(lastInvoice, seen.path("number"));
        invoices.add(new Invoice(path, seen));
    }

    private static long follows(long last, String number) {
        long next = Long.parseLong(number.substring(number.lastIndexOf('-') + 1));
        assertThat(next).as("the number after %d", last).isEqualTo(last < 0 ? next : last + 1);
        return next;
    }

    private void creditSome(Invoice invoice, Line line, int share) {
        BigDecimal taken = line.left.multiply(BigDecimal.valueOf(share, 2)).setScale(3, RoundingMode.DOWN);
        if (taken.signum() > 0 && !isOneSum(line)) {
            issued(invoice, Map.of("invoiceLineId", line.id, "quantity", taken.toPlainString()));
            invoice.credit(line.credit(taken));
        } else if (!line.isLeft()) {
            post(Person.ANA, invoice.path + "/credit-notes", of(Map.of("invoiceLineId", line.id)))
                    .then()
                    .statusCode(422);
        }
    }

    /** What was one sum is no quantity that could be halved. */
    private static boolean isOneSum(Line line) {
        return line.base.compareTo(MINUTES) != 0 && line.quantity.compareTo(BigDecimal.ONE) == 0;
    }

    private void creditAmount(Invoice invoice, Line line, int share) {
        BigDecimal amount = line.leftNet.multiply(BigDecimal.valueOf(share, 3)).setScale(2, RoundingMode.DOWN);
        if (amount.signum() > 0) {
            issued(invoice, Map.of("invoiceLineId", line.id, "amount", PriceList.lei(amount.toPlainString())));
            line.leftNet = line.leftNet.subtract(amount);
            invoice.credit(amount);
        }
    }

    private void creditAll(Invoice invoice) {
        if (invoice.isLeft()) {
            issued(invoice, null);
            invoice.credit(invoice.lines.stream()
                    .map(line -> line.credit(line.left))
                    .reduce(BigDecimal.ZERO, BigDecimal::add));
        } else {
            post(Person.ANA, invoice.path + "/credit-notes", of(null)).then().statusCode(409);
        }
    }

    private void issued(Invoice invoice, Map<String, Object> line) {
        Response drafted = post(Person.ANA, invoice.path + "/credit-notes", of(line));
        drafted.then().statusCode(201);
        String note = "/v1/credit-notes/" + drafted.path("id");
        Response issued = post(Person.ANA, note + "/issue");
        issued.then().statusCode(200);
        lastNote = follows(lastNote, issued.path("number"));
        notes.add(note);
    }

    private static Map<String, Object> of(Map<String, Object> line) {
        return line == null ? Map.of("reason", "Retur") : Map.of("reason", "Retur", "lines", List.of(line));
    }

    private void correct(Invoice invoice) {
        Response answer = post(Person.ANA, invoice.path + "/correction", Map.of("reason", "Din nou"));
        if (answer.statusCode() == 201) {
            issue("/v1/invoices/" + answer.path("id"));
        } else {
            answer.then().statusCode(409);
        }
    }

    private void reverse(int pick) {
        if (!notes.isEmpty()) {
            String note = notes.get(pick % notes.size());
            Response answer = post(Person.ANA, note + "/reverse", Map.of("reason", "Greșit"));
            if (answer.statusCode() == 201) {
                issue("/v1/invoices/" + answer.path("id"));
            } else {
                answer.then().statusCode(409);
            }
        }
    }

    private static void isAsExpected(Invoice invoice) {
        Response seen = get(Person.ANA, invoice.path);
        for (int i = 0; i < invoice.lines.size(); i++) {
            Line line = invoice.lines.get(i);
            assertThat(decimal(seen.path("lines[%d].creditedQuantity".formatted(i))))
                    .isEqualByComparingTo(line.quantity.subtract(line.left));
        }
        if (invoice.creditedNet.signum() != 0) {
            assertThat(decimal(seen.path("credited.net.amount"))).isEqualByComparingTo(invoice.creditedNet);
            assertThat(decimal(seen.path("credited.tax.amount"))).isEqualByComparingTo(invoice.creditedTax);
        }
        if (!invoice.isLeft()) {
            assertThat(seen.<Object>path("credited.gross")).isEqualTo(seen.path("totals.gross"));
        }
    }

    /** Each usage and hour of the job, over all its invoices, net of credits. */
    private void isBilledAtMostOnce(Job job) {
        String once = """
                select l.source_id, sum(l.quantity - l.credited_quantity), max(l.quantity) from invoice_line l
                  join invoice i on i.id = l.invoice_id
                 where i.order_id = '%s' and i.state <> 'VOIDED' and l.source_id is not null and l.unit <> 'C62'
                 group by l.source_id having sum(l.quantity - l.credited_quantity) > max(l.quantity)""".formatted(job.order);
        try (Connection connection = database.getConnection();
                ResultSet twice = connection.createStatement().executeQuery(once)) {
            assertThat(twice.next())
                    .as("something of %s is billed twice", job.order)
                    .isFalse();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static BigDecimal decimal(Object text) {
        return new BigDecimal((String) text);
    }
}
