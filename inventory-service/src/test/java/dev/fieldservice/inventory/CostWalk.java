package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.fieldservice.platform.testing.Person;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Buys, uses, takes back and moves in random order, and works out beside the service what each entry costs. */
final class CostWalk {

    enum Kind {
        BUY,
        RECEIVE_WITHOUT_A_PRICE,
        TAKE_RECEIPT_BACK,
        USE,
        REVERSE,
        REVERSE_BEFORE_USE,
        USE_AFTER_REVERSAL,
        SEND,
        SEND_BACK,
        ARRIVE
    }

    /** @param pick which of those that there are, where there is a choice */
    record Step(Kind kind, BigDecimal kilograms, BigDecimal price, int pick) {}

    /**
     * @param cost null if it has none
     * @param isPriced somebody said what it cost
     * @param entry which of the place it is
     */
    private record Booked(UUID id, BigDecimal kilograms, BigDecimal cost, boolean isPriced, int entry) {}

    private record Used(Usage usage, BigDecimal cost) {}

    /** Under way; it arrives at the cost at which it left. */
    private record Sent(String path, Place to, BigDecimal kilograms, BigDecimal cost) {}

    private final Van van = new Van(Van.refrigerant(), Van.spareVan());
    private final Place here = new Place(van);
    private final Place there = new Place(new Van(van.part(), Van.spareVan()));
    private final List<Sent> sent = new ArrayList<>();
    private final List<Booked> receipts = new ArrayList<>();
    private final List<Used> used = new ArrayList<>();
    private final List<Used> reversedBefore = new ArrayList<>();

    static Arbitrary<List<Step>> ways(int steps) {
        Arbitrary<BigDecimal> kilograms = Arbitraries.bigDecimals()
                .between(new BigDecimal("0.001"), new BigDecimal("9"))
                .ofScale(3);
        Arbitrary<BigDecimal> prices = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("300"))
                .ofScale(4);
        return Combinators.combine(
                        Arbitraries.of(Kind.class),
                        kilograms,
                        prices,
                        Arbitraries.integers().between(0, 1000))
                .as(Step::new)
                .list()
                .ofSize(steps);
    }

    void take(Step step) {
        switch (step.kind()) {
            case BUY -> receive(step.kilograms(), step.price());
            case RECEIVE_WITHOUT_A_PRICE -> receive(step.kilograms(), null);
            case TAKE_RECEIPT_BACK -> {
                if (!receipts.isEmpty()) {
                    Booked wrong = receipts.remove(step.pick() % receipts.size());
                    van.takeBack(wrong.id());
                    here.takenBack(wrong, lastPrice());
                }
            }
            case USE -> {
                Usage usage = van.uses(step.kilograms().toPlainString());
                used.add(new Used(usage, happens(usage, step.kilograms().negate(), null)));
            }
            case REVERSE -> {
                if (!used.isEmpty()) {
                    Used back = used.remove(step.pick() % used.size());
                    happens(back.usage().reversed(), kilograms(back), back.cost());
                }
            }
            case REVERSE_BEFORE_USE -> {
                Usage late = van.uses(step.kilograms().toPlainString());
                reversedBefore.add(new Used(late, happens(late.reversed(), step.kilograms(), null)));
            }
            case USE_AFTER_REVERSAL -> {
                if (!reversedBefore.isEmpty()) {
                    Used late = reversedBefore.remove(step.pick() % reversedBefore.size());
                    happens(late.usage(), kilograms(late).negate(), late.cost());
                }
            }
            case SEND -> send(true, step.kilograms());
            case SEND_BACK -> send(false, step.kilograms());
            case ARRIVE -> {
                if (!sent.isEmpty()) {
                    arrive(sent.remove(step.pick() % sent.size()));
                }
            }
        }
    }

    private static BigDecimal kilograms(Used used) {
        return new BigDecimal(used.usage().kilograms());
    }

    private void receive(BigDecimal kilograms, BigDecimal price) {
        Map<String, Object> receipt = new HashMap<>(Map.of(
                "locationId",
                van.location(),
                "partId",
                van.part(),
                "quantity",
                Van.kilograms(kilograms.toPlainString())));
        if (price != null) {
            receipt.put("unitCost", Buying.lei(price.toPlainString()));
        }
        UUID id = Buying.id(post(Person.STELA, "/v1/stock-receipts", receipt));
        int entry = here.expected.size();
        receipts.add(new Booked(id, kilograms, booked(kilograms, price), price != null, entry));
    }

    /** Of what is not taken back; null if there is none. */
    private BigDecimal lastPrice() {
        return receipts.reversed().stream()
                .filter(Booked::isPriced)
                .map(Booked::cost)
                .findFirst()
                .orElse(null);
    }

    @CanIgnoreReturnValue
    private BigDecimal happens(Usage usage, BigDecimal change, BigDecimal cost) {
        usage.happens();
        BigDecimal costs = booked(change, cost);
        eventually(() -> assertThat(van.movements()).hasSize(here.expected.size()));
        return costs;
    }

    /** What the entry costs. */
    @CanIgnoreReturnValue
    private BigDecimal booked(BigDecimal change, BigDecimal price) {
        return here.booked(change, price, lastPrice());
    }

    /** What is not there is not sent. */
    private void send(boolean isOut, BigDecimal kilograms) {
        Place from = isOut ? here : there;
        Place to = isOut ? there : here;
        if (from.onHand.compareTo(kilograms) >= 0) {
            Store store = new Store(van.part(), from.van.location(), to.van.location(), null, null);
            String path = store.sent(store.shelf(), store.van(), kilograms.toPlainString());
            sent.add(new Sent(path, to, kilograms, from.booked(kilograms.negate(), null, lastPrice())));
        }
    }

    private void arrive(Sent goods) {
        Store.done(goods.path(), "receive", Map.of());
        goods.to().booked(goods.kilograms(), goods.cost(), lastPrice());
    }

    void check() {
        here.check();
        there.check();
    }

    /** One of the two vans, as it should be. */
    private static final class Place {

        private final Van van;
        private final List<BigDecimal> expected = new ArrayList<>();

        /** After each entry. */
        private final List<BigDecimal> averages = new ArrayList<>();

        /** The entries of receipts that are taken back, and those that take them back. */
        private final Map<Integer, Integer> wrong = new HashMap<>();

        private BigDecimal onHand = BigDecimal.ZERO;
        private BigDecimal average;

        Place(Van van) {
            this.van = van;
        }

        /** What the entry costs. */
        @CanIgnoreReturnValue
        private BigDecimal booked(BigDecimal change, BigDecimal price, BigDecimal lastPrice) {
            if (price == null) {
                average = average == null ? lastPrice : average;
            } else if (average == null || (onHand.signum() <= 0 && change.signum() > 0)) {
                average = price;
            } else {
                BigDecimal left = onHand.add(change);
                BigDecimal value = onHand.multiply(average).add(change.multiply(price));
                if (left.signum() > 0 && value.signum() >= 0) {
                    average = value.divide(left, 4, RoundingMode.HALF_UP);
                }
            }
            BigDecimal cost = price == null ? average : price;
            isBooked(change, cost);
            return cost;
        }

        private void isBooked(BigDecimal change, BigDecimal cost) {
            onHand = onHand.add(change);
            expected.add(cost);
            averages.add(average);
        }

        private void takenBack(Booked receipt, BigDecimal lastPrice) {
            BigDecimal left = onHand.subtract(receipt.kilograms());
            boolean isWorthSomething = !receipt.isPriced()
                    || left.signum() > 0
                            && onHand.multiply(average)
                                            .subtract(receipt.kilograms().multiply(receipt.cost()))
                                            .signum()
                                    >= 0;
            wrongIs(receipt, isWorthSomething, lastPrice);
        }

        private void wrongIs(Booked receipt, boolean isWorthSomething, BigDecimal lastPrice) {
            int counter = expected.size();
            if (isWorthSomething) {
                booked(receipt.kilograms().negate(), receipt.cost(), lastPrice);
            } else {
                BigDecimal before = IntStream.iterate(receipt.entry() - 1, at -> at >= 0, at -> at - 1)
                        .filter(at -> wrong.entrySet().stream()
                                .noneMatch(each -> each.getKey() <= at && at < each.getValue()))
                        .mapToObj(at -> Optional.ofNullable(averages.get(at)))
                        .findFirst()
                        .flatMap(Function.identity())
                        .orElse(null);
                average = before == null ? lastPrice : before;
                isBooked(receipt.kilograms().negate(), receipt.cost());
            }
            if (receipt.isPriced()) {
                wrong.put(receipt.entry(), counter);
            }
        }

        private void check() {
            List<Map<String, Object>> movements = van.movements();
            assertThat(movements).hasSameSizeAs(expected);
            for (int i = 0; i < movements.size(); i++) {
                same("entry " + i, (Map<?, ?>) movements.get(i).get("unitCost"), expected.get(i));
            }
            if (!movements.isEmpty()) {
                List<Map<String, Object>> values = get(
                                Person.ANA, "/v1/stock-values?partId=" + van.part() + "&locationId=" + van.location())
                        .path("items");
                same("average", (Map<?, ?>) values.getFirst().get("unitCost"), average);
                if (average != null) {
                    assertThat(new BigDecimal(
                                    (String) ((Map<?, ?>) values.getFirst().get("value")).get("amount")))
                            .isEqualByComparingTo(onHand.multiply(average).setScale(2, RoundingMode.HALF_UP));
                }
            }
        }
    }

    private static void same(String what, Map<?, ?> cost, BigDecimal expected) {
        assertThat(cost == null ? null : new BigDecimal((String) cost.get("amount")))
                .as(what)
                .usingComparator(Comparator.nullsFirst(BigDecimal::compareTo))
                .isEqualTo(expected);
    }
}
