package dev.fieldservice.billing.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.contracts.Money;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.Walk;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One account beside a model of it, which knows nothing but who was set against whom, by how much, and until when. */
final class AccountWalk {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    private static final String LEI = "RON";

    enum Kind {
        BOOK,
        ALLOCATE,
        UNDO,
        TAKE_BACK,
        NEXT_DAY
    }

    /** @param amount in tens of bani, or days back @param one which item or allocation @param other which other */
    record Step(Kind kind, int amount, int one, int other) {}

    private static final class Item extends OpenItem {

        boolean isTakenBack;
        int settlements;

        Item(UUID customer, LocalDate bookedOn, BigDecimal amount) {
            super(Ids.next(), customer, bookedOn, amount, LEI);
        }

        @Override
        protected void settlementChanged(dev.fieldservice.platform.aggregates.By by) {
            settlements += isOpen() ? -1 : 1;
        }

        @Override
        protected String number() {
            return "1";
        }

        @Override
        protected String customerName() {
            return null;
        }

        @Override
        protected boolean isMoney() {
            return isCredit();
        }

        @Override
        protected String words() {
            return "item";
        }

        @Override
        public String kind() {
            return "item";
        }
    }

    private final Walk walk = new Walk();
    private final UUID customer = UUID.randomUUID();
    private final List<Item> items = new ArrayList<>();
    private final List<Allocation> allocations = new ArrayList<>();
    private final Map<UUID, BigDecimal> live = new HashMap<>();
    private LocalDate today = FIRST;

    void take(Step step) {
        switch (step.kind()) {
            case BOOK -> items.add(new Item(customer, today.minusDays(step.other() % 5), decimal(step.amount())));
            case ALLOCATE -> allocate(step);
            case UNDO -> undo(step);
            case TAKE_BACK -> takeBack(step);
            case NEXT_DAY -> today = today.plusDays(1);
        }
        check();
    }

    private void allocate(Step step) {
        if (items.isEmpty()) {
            return;
        }
        Item debit = pick(items, step.one());
        Item credit = pick(items, step.other());
        BigDecimal amount = decimal(step.amount());
        boolean mayBe = amount.signum() > 0
                && debit.amount.signum() > 0
                && credit.amount.signum() < 0
                && amount.compareTo(expected(debit)) <= 0
                && amount.compareTo(expected(credit)) <= 0;
        boolean isTaken = Walk.isTaken(() ->
                allocations.add(Allocation.of(debit, credit, new Money(amount, LEI), "/amount", walk.by(Person.ANA))));
        assertThat(isTaken)
                .as("%s of %s and %s", amount, debit.amount, credit.amount)
                .isEqualTo(mayBe);
        if (isTaken) {
            live.put(allocations.getLast().id(), amount);
        }
    }

    private void undo(Step step) {
        if (!allocations.isEmpty()) {
            Allocation allocation = pick(allocations, step.one());
            boolean isTaken = Walk.isTaken(() -> undo(allocation, today));
            assertThat(isTaken).as("undo").isEqualTo(live.containsKey(allocation.id()));
            live.remove(allocation.id());
        }
    }

    private void undo(Allocation allocation, LocalDate on) {
        allocation.undo(of(allocation.debitId), of(allocation.creditId), "Wrong", on, walk.by(Person.ANA));
    }

    /** As a payment is: what is allocated of it is undone before, from a day on that lies between. */
    private void takeBack(Step step) {
        if (items.isEmpty() || pick(items, step.one()).isTakenBack) {
            return;
        }
        Item item = pick(items, step.one());
        LocalDate wanted = today.minusDays(Math.abs(step.amount()));
        LocalDate on = wanted.isBefore(item.bookedOn) ? item.bookedOn : wanted;
        allocations.stream()
                .filter(each -> live.containsKey(each.id()))
                .filter(each -> each.debitId.equals(item.id()) || each.creditId.equals(item.id()))
                .forEach(each -> {
                    undo(each, on);
                    live.remove(each.id());
                });
        item.close(on);
        item.isTakenBack = true;
    }

    private void check() {
        BigDecimal booked = BigDecimal.ZERO;
        BigDecimal open = BigDecimal.ZERO;
        for (Item item : items) {
            assertThat(item.open.abs()).as("open of %s", item.amount).isEqualByComparingTo(expected(item));
            assertThat(item.open.signum() * item.amount.signum()).isNotNegative();
            assertThat(item.settledOn != null).isEqualTo(item.open.signum() == 0);
            booked = booked.add(item.isTakenBack ? BigDecimal.ZERO : item.amount);
            open = open.add(item.open);
            checkEachDay(item);
        }
        assertThat(open).as("what is open is what was booked").isEqualByComparingTo(booked);
    }

    /** On no day is more allocated than there is, and from the day on which it is settled all of it. */
    private void checkEachDay(Item item) {
        for (LocalDate day = FIRST.minusDays(5); !day.isAfter(today); day = day.plusDays(1)) {
            BigDecimal allocated = allocatedOn(item, day);
            assertThat(allocated).as("allocated on %s", day).isLessThanOrEqualTo(item.amount.abs());
            if (item.settledOn != null && !day.isBefore(item.settledOn) && !item.isTakenBack) {
                assertThat(allocated).as("settled on %s", day).isEqualByComparingTo(item.amount.abs());
            }
            if (day.isBefore(item.bookedOn)) {
                assertThat(allocated).as("before it was there").isEqualByComparingTo(BigDecimal.ZERO);
            }
        }
    }

    private BigDecimal allocatedOn(Item item, LocalDate day) {
        return allocations.stream()
                .filter(each -> each.debitId.equals(item.id()) || each.creditId.equals(item.id()))
                .filter(each -> !each.allocatedOn.isAfter(day))
                .filter(each -> each.undoneOn == null || each.undoneOn.isAfter(day))
                .map(each -> each.amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal expected(Item item) {
        return item.isTakenBack
                ? BigDecimal.ZERO
                : allocations.stream()
                        .filter(each -> each.debitId.equals(item.id()) || each.creditId.equals(item.id()))
                        .map(each -> live.getOrDefault(each.id(), BigDecimal.ZERO))
                        .reduce(item.amount.abs(), BigDecimal::subtract);
    }

    private Item of(UUID id) {
        return items.stream().filter(item -> item.id().equals(id)).findFirst().orElseThrow();
    }

    private static <T> T pick(List<T> from, int which) {
        return from.get(which % from.size());
    }

    private static BigDecimal decimal(int tens) {
        return new BigDecimal(tens).movePointLeft(1).setScale(2);
    }
}
