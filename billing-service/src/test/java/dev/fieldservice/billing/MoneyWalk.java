package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.testing.Person;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** What accountants do with the drafts, invoices, credit notes and payments of one customer, beside a model of what comes of it. */
final class MoneyWalk {

    private static final BigDecimal CENT = new BigDecimal("0.01");

    /** Of a hundredth more than this, more is wanted than is there. */
    private static final int ALL = 90;

    enum Kind {
        CLOSE_JOB,
        SET_PRICE,
        CORRECT_LINE,
        TAKE_OUT_OR_PUT_BACK,
        ISSUE,
        CREDIT_SOME,
        CREDIT_AMOUNT,
        CREDIT_ALL,
        CORRECT,
        REVERSE,
        PAY,
        PAY_BACK,
        ALLOCATE,
        UNDO,
        TAKE_BACK
    }

    /** @param share of what is left, in hundredths; pick and other say of what */
    record Step(Kind kind, BigDecimal quantity, BigDecimal price, int share, int pick, int other) {}

    final Sold sold = new Sold().known();
    final List<Job> jobs = new ArrayList<>();
    private final List<Billed> invoices = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Owed owed = new Owed();
    private long lastInvoice = -1;
    private long lastNote = -1;

    void take(Step step) {
        if (step.kind() == Kind.CLOSE_JOB || invoices.isEmpty()) {
            closeJob(step);
        }
        Billed invoice = pick(invoices, step.pick());
        Billed.Line line = pick(invoice.lines, step.other());
        switch (step.kind()) {
            case CLOSE_JOB -> {}
            case SET_PRICE -> setPrice(invoice, step.price());
            case CORRECT_LINE -> correctLine(invoice, line, step.quantity());
            case TAKE_OUT_OR_PUT_BACK -> takeOutOrPutBack(invoice, line);
            case ISSUE -> issue(invoice);
            case CREDIT_SOME -> creditSome(invoice, line, step.share());
            case CREDIT_AMOUNT -> creditAmount(invoice, line, step.share());
            case CREDIT_ALL -> creditAll(invoice);
            case CORRECT -> billAgain(invoice.path + "/correction", false);
            case REVERSE -> reverse(step.pick());
            case PAY -> pay(step.price());
            case PAY_BACK -> pay(step.quantity().setScale(2, RoundingMode.UP).negate());
            case ALLOCATE -> allocate(step);
            case UNDO -> undo(step.pick());
            case TAKE_BACK -> takeBack(step.pick());
        }
        eventually(invoice::addsUp);
        owed.isAsExpected(step.other(), sold);
    }

    private void closeJob(Step step) {
        UUID part = UUID.randomUUID();
        boolean isPriced = step.share() % 4 > 0;
        if (isPriced) {
            PriceList.price(part, step.price().toPlainString(), PriceList.FROM);
        }
        Job job = Job.ofMarch().works("LABOUR", 60).of(sold.customer, "RO12345674");
        job.tell(job.uses(part, step.quantity().toPlainString(), "KGM"));
        job.close();
        eventually(() -> assertThat(job.invoices()).hasSize(1));
        jobs.add(job);
        List<String> ids = get(Person.ANA, job.invoice()).path("lines.id");
        var used = new Billed.Line(ids.get(0), step.quantity(), isPriced ? step.price() : null, BigDecimal.ONE);
        var hour = new Billed.Line(ids.get(1), new BigDecimal(60), new BigDecimal(180), new BigDecimal(60));
        invoices.add(new Billed(job.invoice(), part, List.of(used, hour)));
    }

    /** Drafts follow it by themselves. */
    private static void setPrice(Billed invoice, BigDecimal price) {
        Billed.Line used = invoice.lines.getFirst();
        if (invoice.part != null && used.unitPrice == null) {
            PriceList.price(invoice.part, price.toPlainString(), PriceList.FROM);
            used.unitPrice = price;
        }
    }

    private static void correctLine(Billed invoice, Billed.Line line, BigDecimal quantity) {
        if (invoice.part == null) {
            return;
        }
        Response answer = post(
                Person.ANA,
                path(invoice, line) + "/correct",
                Map.of("quantity", quantity.toPlainString(), "reason", "Numărat din nou"));
        answer.then().statusCode(invoice.isIssued || line.isTakenOut ? 409 : 200);
        if (answer.statusCode() == 200) {
            line.quantity = quantity;
        }
    }

    private static void takeOutOrPutBack(Billed invoice, Billed.Line line) {
        if (invoice.part == null) {
            return;
        }
        String command = line.isTakenOut ? "/put-back" : "/take-out";
        Response answer = post(Person.ANA, path(invoice, line) + command, Map.of("reason", "Așa s-a convenit"));
        answer.then().statusCode(invoice.isIssued ? 409 : 200);
        line.isTakenOut ^= !invoice.isIssued;
    }

    private static String path(Billed invoice, Billed.Line line) {
        return invoice.path + "/lines/" + line.id;
    }

    private void issue(Billed invoice) {
        boolean isEmpty = invoice.lines.stream().allMatch(line -> line.isTakenOut);
        Response answer = post(Person.ANA, invoice.path + "/issue");
        int expected = invoice.isIssued ? 409 : isEmpty || !invoice.isPriced() ? 422 : 200;
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(expected);
        if (expected == 200) {
            lastInvoice = follows(lastInvoice, answer.path("number"));
            invoice.issued();
            owed.book(answer.path("id"), invoice.gross(), false);
        }
    }

    private static long follows(long last, String number) {
        long next = Long.parseLong(number.substring(number.lastIndexOf('-') + 1));
        assertThat(next).as("the number after %d", last).isEqualTo(last < 0 ? next : last + 1);
        return next;
    }

    private void creditSome(Billed invoice, Billed.Line line, int share) {
        if (!invoice.isIssued || line.isTakenOut || line.isOneSum()) {
            return;
        }
        BigDecimal taken = line.left.multiply(BigDecimal.valueOf(share, 2)).setScale(3, RoundingMode.DOWN);
        if (taken.signum() > 0) {
            credited(
                    invoice,
                    Map.of("invoiceLineId", line.id, "quantity", taken.toPlainString()),
                    () -> line.credit(taken));
        } else if (!line.isLeft()) {
            post(Person.ANA, invoice.path + "/credit-notes", of(Map.of("invoiceLineId", line.id)))
                    .then()
                    .statusCode(422);
        }
    }

    private void creditAmount(Billed invoice, Billed.Line line, int share) {
        if (!invoice.isIssued || line.isTakenOut) {
            return;
        }
        BigDecimal amount = line.leftNet.multiply(BigDecimal.valueOf(share, 3)).setScale(2, RoundingMode.DOWN);
        if (amount.signum() > 0) {
            credited(invoice, Map.of("invoiceLineId", line.id, "amount", PriceList.lei(amount.toPlainString())), () -> {
                line.leftNet = line.leftNet.subtract(amount);
                return amount;
            });
        }
    }

    private void creditAll(Billed invoice) {
        if (invoice.isIssued && invoice.isLeft()) {
            credited(
                    invoice,
                    null,
                    () -> invoice.lines.stream()
                            .filter(line -> !line.isTakenOut)
                            .map(line -> line.credit(line.left))
                            .reduce(BigDecimal.ZERO, BigDecimal::add));
        } else {
            post(Person.ANA, invoice.path + "/credit-notes", of(null)).then().statusCode(409);
        }
    }

    /** @param model what is taken back of the lines, net */
    private void credited(Billed invoice, Map<String, Object> line, Supplier<BigDecimal> model) {
        Response drafted = post(Person.ANA, invoice.path + "/credit-notes", of(line));
        drafted.then().statusCode(201);
        String id = drafted.path("id");
        Response issued = post(Person.ANA, "/v1/credit-notes/" + id + "/issue");
        issued.then().statusCode(200);
        lastNote = follows(lastNote, issued.path("number"));
        notes.add(id);
        owed.book(id, invoice.credit(model.get()).negate(), false);
    }

    private static Map<String, Object> of(Map<String, Object> line) {
        return line == null ? Map.of("reason", "Retur") : Map.of("reason", "Retur", "lines", List.of(line));
    }

    /** Refused where nothing was credited that is not billed again yet. */
    private void billAgain(String path, boolean isReversal) {
        Response answer = post(Person.ANA, path, Map.of("reason", "Din nou"));
        if (answer.statusCode() == 201) {
            assertThat(answer.<List<Object>>path("lines.unitPrice"))
                    .as(answer.asString())
                    .doesNotContainNull();
            Billed again = Billed.again("/v1/invoices/" + answer.path("id"), answer, isReversal);
            invoices.add(again);
            again.addsUp();
        } else {
            answer.then().statusCode(409);
        }
    }

    private void reverse(int which) {
        if (!notes.isEmpty()) {
            billAgain("/v1/credit-notes/" + pick(notes, which) + "/reverse", true);
        }
    }

    /** @param amount negative: it is paid back */
    private void pay(BigDecimal amount) {
        BigDecimal paid = amount.setScale(2, RoundingMode.UP);
        if (paid.signum() != 0) {
            owed.book(sold.paid(paid.toPlainString(), Sold.today()), paid.negate(), true);
        }
    }

    private void allocate(Step step) {
        if (owed.debits().isEmpty() || owed.credits().isEmpty()) {
            return;
        }
        Owed.Item debit = pick(owed.debits(), step.pick());
        Owed.Item credit = pick(owed.credits(), step.other());
        BigDecimal most = owed.open(debit).min(owed.open(credit));
        BigDecimal wanted = step.share() > ALL
                ? most.add(CENT)
                : most.multiply(BigDecimal.valueOf(step.share())).divide(BigDecimal.valueOf(ALL), 2, RoundingMode.DOWN);
        Response answer = Sold.allocate(debit.id(), credit.id(), wanted.toPlainString());
        boolean mayBe = wanted.signum() > 0 && wanted.compareTo(most) <= 0;
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(mayBe ? 201 : 422);
        if (mayBe) {
            owed.allocate(answer.path("id"), debit, credit, wanted);
        }
    }

    private void undo(int which) {
        if (!owed.allocations().isEmpty()) {
            Owed.Allocation allocation = pick(owed.allocations(), which);
            Response answer =
                    post(Person.ANA, "/v1/allocations/" + allocation.id() + "/undo", Map.of("reason", "Alta"));
            answer.then().statusCode(owed.undo(allocation) ? 200 : 409);
        }
    }

    private void takeBack(int which) {
        if (!owed.payments().isEmpty()) {
            Owed.Item payment = pick(owed.payments(), which);
            Response answer =
                    post(Person.ANA, "/v1/payments/" + payment.id() + "/take-back", Map.of("reason", "Greșit"));
            answer.then().statusCode(owed.isTakenBack(payment) ? 409 : 200);
            if (answer.statusCode() == 200) {
                owed.takeBack(payment);
            }
        }
    }

    private static <T> T pick(List<T> from, int which) {
        return from.get(which % from.size());
    }
}
