package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.testing.Person;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Fills, moves, uses, weighs and returns two cylinders in random order, and keeps count beside the service. */
final class ContainerWalk {

    enum Kind {
        RECEIVE,
        FILL_FROM_STOCK,
        FILL_RECOVERED,
        MOVE,
        USE,
        USE_ELSEWHERE,
        USE_BEFORE_IT_WAS_WEIGHED,
        USE_WITHOUT_NAMING,
        TAKE_USAGE_BACK,
        WEIGH,
        RETURN
    }

    /** @param pick which cylinder, and which of the usages */
    record Step(Kind kind, BigDecimal kilograms, int pick) {}

    private static final BigDecimal CAPACITY = new BigDecimal(Cylinder.CAPACITY);

    /** A cylinder as it should be. */
    private static final class Expected {
        final Cylinder cylinder;
        UUID place;
        BigDecimal content = BigDecimal.ZERO;
        Instant weighed = Instant.EPOCH;

        Expected(Cylinder cylinder, UUID place) {
            this.cylinder = cylinder;
            this.place = place;
        }

        boolean takes(BigDecimal more) {
            return place != null && content.add(more).compareTo(CAPACITY) <= 0;
        }
    }

    /** @param of null for what stands in none */
    private record Told(Usage usage, Expected of, Instant at) {}

    private final Store store = Store.with("5");
    private final Map<UUID, BigDecimal> levels = new LinkedHashMap<>(
            Map.of(store.shelf(), new BigDecimal(5), store.van(), BigDecimal.ZERO, store.otherVan(), BigDecimal.ZERO));
    private final List<Expected> cylinders = List.of(
            new Expected(Cylinder.at(store, store.shelf()), store.shelf()),
            new Expected(Cylinder.at(store, store.van()), store.van()));
    private final List<Told> told = new ArrayList<>();

    static Arbitrary<List<Step>> ways(int steps) {
        Arbitrary<BigDecimal> amounts = Arbitraries.bigDecimals()
                .between(new BigDecimal("0.001"), new BigDecimal("4"))
                .ofScale(3);
        return Combinators.combine(
                        Arbitraries.of(Kind.class),
                        amounts,
                        Arbitraries.integers().between(0, 1000))
                .as(Step::new)
                .list()
                .ofSize(steps);
    }

    void take(Step step) {
        Expected one = cylinders.get(step.pick() % cylinders.size());
        BigDecimal amount = step.kilograms();
        switch (step.kind()) {
            case RECEIVE -> receive(one, amount);
            case FILL_FROM_STOCK -> fillFromStock(one, amount);
            case FILL_RECOVERED -> {
                boolean isTaken = one.takes(amount);
                answered(one.cylinder.fill("RECOVERED", amount.toPlainString()).statusCode(), isTaken);
                if (isTaken) {
                    change(one, amount);
                }
            }
            case MOVE -> move(one);
            case USE -> use(one, one.place == null ? store.shelf() : one.place, amount, Instant.now());
            case USE_ELSEWHERE -> use(one, store.otherVan(), amount, Instant.now());
            case USE_BEFORE_IT_WAS_WEIGHED -> use(one, store.van(), amount, Instant.EPOCH.plusSeconds(1));
            case USE_WITHOUT_NAMING -> {
                Usage usage = store.at(store.van()).uses(amount.toPlainString());
                usage.happens();
                isBooked(usage);
                told.add(new Told(usage, null, Instant.EPOCH));
                book(store.van(), amount.negate());
            }
            case TAKE_USAGE_BACK -> takeBack(step.pick());
            case WEIGH -> weigh(one, amount);
            case RETURN -> giveBack(one);
        }
        check();
    }

    private void receive(Expected one, BigDecimal amount) {
        UUID place = one.place == null ? store.shelf() : one.place;
        boolean isTaken = one.content.add(amount).compareTo(CAPACITY) <= 0;
        Map<String, Object> receipt = new HashMap<>(Map.of(
                "locationId", place,
                "partId", store.part(),
                "quantity", Van.kilograms(amount.add(BigDecimal.ONE).toPlainString()),
                "containers",
                        List.of(Map.of(
                                "number", one.cylinder.number(), "quantity", Van.kilograms(amount.toPlainString())))));
        int status = post(Person.STELA, "/v1/stock-receipts", receipt).statusCode();
        assertThat(status).isEqualTo(isTaken ? 201 : 409);
        if (isTaken) {
            one.place = place;
            one.content = one.content.add(amount);
            book(place, amount.add(BigDecimal.ONE));
        }
    }

    private void fillFromStock(Expected one, BigDecimal amount) {
        boolean isTaken = one.takes(amount) && loose(one.place).compareTo(amount) >= 0;
        answered(one.cylinder.fill("STOCK", amount.toPlainString()).statusCode(), isTaken);
        if (isTaken) {
            one.content = one.content.add(amount);
        }
    }

    private void move(Expected one) {
        UUID to = store.shelf().equals(one.place) ? store.van() : store.shelf();
        boolean isTaken = one.place != null
                && one.content.signum() >= 0
                && (one.content.signum() == 0 || levels.get(one.place).compareTo(one.content) >= 0);
        answered(one.cylinder.move(to).statusCode(), isTaken);
        if (isTaken) {
            book(one.place, one.content.negate());
            book(to, one.content);
            one.place = to;
        }
    }

    private void use(Expected one, UUID place, BigDecimal amount, Instant at) {
        Usage usage = one.cylinder.usedAt(place, amount.toPlainString(), at);
        isBooked(usage);
        told.add(new Told(usage, one, at));
        used(one, place, amount.negate(), at);
    }

    private void used(Expected one, UUID place, BigDecimal change, Instant at) {
        if (one == null || one.place == null) {
            book(place, change);
        } else if (!at.isBefore(one.weighed)) {
            change(one, change);
        }
    }

    private void takeBack(int pick) {
        if (!told.isEmpty()) {
            Told back = told.remove(pick % told.size());
            Usage reversal = back.usage.reversed();
            if (back.of == null) {
                reversal.happens();
            } else {
                back.of.cylinder.tell(reversal, Instant.now());
            }
            isBooked(reversal);
            used(back.of, back.usage.location(), new BigDecimal(back.usage.kilograms()), back.at);
        }
    }

    /** Waited for, so that each step decides on what the one before it left. */
    private static void isBooked(Usage usage) {
        eventually(() -> assertThat(get(Person.STELA, "/v1/stock-movements?limit=200&orderId=" + usage.order())
                        .<List<String>>path("items.sourceId"))
                .contains(usage.id().toString()));
    }

    /** What was used without naming one is taken for drawn from this one, as far as that goes. */
    private void weigh(Expected one, BigDecimal found) {
        boolean isTaken = one.place != null;
        answered(one.cylinder.weigh(found.toPlainString()).statusCode(), isTaken);
        if (isTaken) {
            BigDecimal difference = found.subtract(one.content);
            BigDecimal unnamed = loose(one.place).max(difference).min(BigDecimal.ZERO);
            book(one.place, difference.subtract(unnamed));
            one.content = found;
            one.weighed = Instant.now();
        }
    }

    private void giveBack(Expected one) {
        boolean isTaken = one.place != null && one.content.signum() == 0;
        answered(one.cylinder.leave("return").statusCode(), isTaken);
        if (isTaken) {
            one.place = null;
        }
    }

    private static void answered(int status, boolean isTaken) {
        assertThat(status).isEqualTo(isTaken ? 200 : 409);
    }

    private void change(Expected one, BigDecimal change) {
        one.content = one.content.add(change);
        book(one.place, change);
    }

    private void book(UUID place, BigDecimal change) {
        levels.merge(place, change, BigDecimal::add);
    }

    private BigDecimal loose(UUID place) {
        BigDecimal held = cylinders.stream()
                .filter(one -> place.equals(one.place))
                .map(one -> one.content)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return levels.get(place).subtract(held);
    }

    private void check() {
        levels.forEach((place, level) ->
                assertThat(store.level(place, "onHand")).as("on hand").isEqualByComparingTo(level));
        cylinders.forEach(one -> assertThat(one.cylinder.content()).as("in it").isEqualByComparingTo(one.content));
    }
}
