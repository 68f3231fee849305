package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.platform.testing.Seeds;
import dev.fieldservice.platform.testing.Walk;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever is paid, paid back, allocated, undone and taken back in whatever order: balances, ageing and statement agree with it. */
@QuarkusTest
@WithTestResource(RealServers.class)
class AccountsAgreeTest {

    /** The same ways in each run: {@link Seeds} says why, and how others are taken. */
    private static final long[] SEEDS = {60};

    private static final int DAYS = 6;

    enum Kind {
        INVOICE,
        PAY,
        ALLOCATE,
        UNDO,
        TAKE_BACK
    }

    /** @param amount in lei @param one which item or allocation @param other which other, or days back */
    record Step(Kind kind, int amount, int one, int other) {}

    private static final class Item {
        final String id;
        final BigDecimal amount;
        final LocalDate on;
        LocalDate takenBackOn;

        Item(String id, String amount, LocalDate on) {
            this.id = id;
            this.amount = new BigDecimal(amount);
            this.on = on;
        }

        boolean isThere(LocalDate day) {
            return !on.isAfter(day) && (takenBackOn == null || takenBackOn.isAfter(day));
        }
    }

    private static final class Allocated {
        final String id;
        final Item debit;
        final Item credit;
        final BigDecimal amount;
        final LocalDate on;
        LocalDate undoneOn;

        Allocated(String id, Item debit, Item credit, BigDecimal amount, LocalDate on) {
            this.id = id;
            this.debit = debit;
            this.credit = credit;
            this.amount = amount;
            this.on = on;
        }

        boolean isOf(Item item) {
            return debit == item || credit == item;
        }

        boolean counts(LocalDate day) {
            return !on.isAfter(day) && (undoneOn == null || undoneOn.isAfter(day));
        }
    }

    private final Sold sold = new Sold();
    private final LocalDate today = Sold.today();
    private final List<Item> items = new ArrayList<>();
    private final List<Allocated> allocations = new ArrayList<>();

    @BeforeEach
    void pricesAreKnown() {
        PriceList.isSet();
        sold.known();
    }

    @Test
    void balancesAgeingAndStatementAgreeWithWhatWasDone() {
        Walk.atRandom(ways(), SEEDS, this::agree);
    }

    private void agree(List<Step> way) {
        way.forEach(this::take);
        check();
    }

    private static Arbitrary<List<Step>> ways() {
        return Combinators.combine(
                        Arbitraries.of(
                                Kind.INVOICE,
                                Kind.PAY,
                                Kind.PAY,
                                Kind.ALLOCATE,
                                Kind.ALLOCATE,
                                Kind.ALLOCATE,
                                Kind.ALLOCATE,
                                Kind.UNDO,
                                Kind.TAKE_BACK),
                        Arbitraries.integers().between(-60, 250),
                        Arbitraries.integers().between(0, 1000),
                        Arbitraries.integers().between(0, 1000))
                .as(Step::new)
                .list()
                .ofSize(60);
    }

    private void take(Step step) {
        switch (step.kind()) {
            case INVOICE -> items.add(new Item(sold.invoice(), Sold.HOUR, today));
            case PAY -> pay(step.amount(), today.minusDays(step.other() % DAYS));
            case ALLOCATE -> allocate(step);
            case UNDO -> undo(step);
            case TAKE_BACK -> takeBack(step);
        }
        checkBalance();
    }

    private void pay(int lei, LocalDate on) {
        Response answer = sold.pays(lei + ".00", on);
        assertThat(answer.statusCode()).isEqualTo(lei == 0 ? 422 : 201);
        if (lei != 0) {
            items.add(new Item(answer.path("id"), -lei + ".00", on));
        }
    }

    private void allocate(Step step) {
        if (items.size() < 2) {
            return;
        }
        Item debit = items.get(step.one() % items.size());
        Item credit = items.get(step.other() % items.size());
        BigDecimal amount = new BigDecimal(step.amount()).setScale(2);
        boolean mayBe = amount.signum() > 0
                && debit.amount.signum() > 0
                && credit.amount.signum() < 0
                && amount.compareTo(open(debit)) <= 0
                && amount.compareTo(open(credit)) <= 0;
        Response answer = Sold.allocate(debit.id, credit.id, amount.toPlainString());
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(mayBe ? 201 : 422);
        if (mayBe) {
            LocalDate on = LocalDate.parse(answer.path("allocatedOn"));
            assertThat(on).isBetween(max(debit.on, credit.on), today);
            allocations.add(new Allocated(answer.path("id"), debit, credit, amount, on));
        }
    }

    private void undo(Step step) {
        if (!allocations.isEmpty()) {
            Allocated allocated = allocations.get(step.one() % allocations.size());
            int expected = allocated.undoneOn == null ? 200 : 409;
            assertThat(post(Person.ANA, "/v1/allocations/" + allocated.id + "/undo", Map.of("reason", "Greșit"))
                            .statusCode())
                    .isEqualTo(expected);
            allocated.undoneOn = expected == 200 ? today : allocated.undoneOn;
        }
    }

    private void takeBack(Step step) {
        List<Item> payments = items.stream()
                .filter(item -> item.amount.compareTo(new BigDecimal(Sold.HOUR)) != 0)
                .toList();
        if (payments.isEmpty()) {
            return;
        }
        Item payment = payments.get(step.one() % payments.size());
        LocalDate on = max(payment.on, today.minusDays(step.other() % DAYS));
        Map<String, Object> request = Map.of("reason", "Returnat", "on", on.toString());
        int expected = payment.takenBackOn == null ? 200 : 409;
        assertThat(post(Person.ANA, "/v1/payments/" + payment.id + "/take-back", request)
                        .statusCode())
                .isEqualTo(expected);
        if (expected == 200) {
            payment.takenBackOn = on;
            allocations.stream()
                    .filter(each -> each.isOf(payment) && each.undoneOn == null)
                    .forEach(each -> each.undoneOn = on);
        }
    }

    private BigDecimal open(Item item) {
        return item.takenBackOn != null
                ? BigDecimal.ZERO
                : allocations.stream()
                        .filter(each -> each.isOf(item) && each.undoneOn == null)
                        .map(each -> each.amount)
                        .reduce(item.amount.abs(), BigDecimal::subtract);
    }

    private void checkBalance() {
        BigDecimal owed = BigDecimal.ZERO;
        BigDecimal unallocated = BigDecimal.ZERO;
        for (Item item : items) {
            owed = item.amount.signum() > 0 ? owed.add(open(item)) : owed;
            unallocated = item.amount.signum() < 0 ? unallocated.add(open(item)) : unallocated;
        }
        if (!items.isEmpty()) {
            Response seen = get(Person.ANA, sold.account() + "/balances");
            assertThat(amount(seen, "items[0].owed")).isEqualByComparingTo(owed);
            assertThat(amount(seen, "items[0].unallocated")).isEqualByComparingTo(unallocated);
        }
    }

    private void check() {
        for (LocalDate day = today.minusDays(DAYS); !day.isAfter(today); day = day.plusDays(1)) {
            BigDecimal owed = BigDecimal.ZERO;
            BigDecimal unallocated = BigDecimal.ZERO;
            for (Item item : items) {
                BigDecimal open = openOn(item, day);
                owed = owed.add(open.max(BigDecimal.ZERO));
                unallocated = unallocated.add(open.min(BigDecimal.ZERO));
            }
            List<String> seen = sold.ageing(day);
            assertThat(decimal(seen.getFirst())).as("owed on %s", day).isEqualByComparingTo(owed);
            assertThat(decimal(seen.get(5))).as("unallocated on %s", day).isEqualByComparingTo(unallocated);
            assertThat(amount(sold.statement(today.minusDays(DAYS), day), "closing"))
                    .as("statement on %s", day)
                    .isEqualByComparingTo(owed.add(unallocated));
        }
    }

    /** With its sign. */
    private BigDecimal openOn(Item item, LocalDate day) {
        if (!item.isThere(day)) {
            return BigDecimal.ZERO;
        }
        BigDecimal allocated = allocations.stream()
                .filter(each -> each.isOf(item) && each.counts(day))
                .map(each -> each.amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(allocated).as("allocated on %s", day).isLessThanOrEqualTo(item.amount.abs());
        return item.amount.signum() > 0 ? item.amount.subtract(allocated) : item.amount.add(allocated);
    }

    private static BigDecimal amount(Response answer, String what) {
        return decimal(answer.path(what + ".amount"));
    }

    private static BigDecimal decimal(String text) {
        return text == null ? BigDecimal.ZERO : new BigDecimal(text);
    }

    private static LocalDate max(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
