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
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Moves, counts, plans and uses stock in random order, some of it out of a cylinder, and keeps count beside the service. */
final class StockWalk {

    enum Kind {
        RECEIVE,
        PICK,
        CANCEL_PICKED,
        ARRIVE_IN_PART,
        ARRIVE,
        COUNT,
        APPROVE,
        PLAN,
        USE_FOR_PLAN,
        USE,
        USE_LATE,
        TAKE_USAGE_BACK,
        END_PLAN,
        FILL,
        WEIGH,
        USE_OUT_OF_IT,
        USE_OUT_OF_IT_LATE
    }

    /** @param pick which of those there are, where there is a choice */
    record Step(Kind kind, boolean toVan, BigDecimal kilograms, int pick) {}

    /** Goods that have left. */
    private static final class UnderWay {
        final String path;
        final UUID from;
        final UUID to;
        final boolean isSent;
        BigDecimal rest;

        UnderWay(String path, UUID from, UUID to, boolean isSent, BigDecimal rest) {
            this.path = path;
            this.from = from;
            this.to = to;
            this.isSent = isSent;
            this.rest = rest;
        }
    }

    /** What came or went, and when. */
    private record Change(UUID place, BigDecimal amount, Instant at) {}

    /** @param isOutOfIt of the cylinder; it is of what stands in none else */
    private record Used(Usage usage, Change change, boolean isOutOfIt) {}

    /** @param path null for what was there at first */
    private record Count(String path, UUID place, BigDecimal found, Instant at) {}

    private final Store store = Store.with("5");
    private final List<Change> changes = new ArrayList<>();
    private final List<Count> counts = new ArrayList<>();

    /** Of those that are approved, the one of each place that was counted last. */
    private final Map<UUID, Count> counted = new HashMap<>(Map.of(
            store.shelf(),
            new Count(null, store.shelf(), new BigDecimal(5), Instant.EPOCH),
            store.van(),
            new Count(null, store.van(), BigDecimal.ZERO, Instant.EPOCH),
            Store.TRANSIT,
            new Count(null, Store.TRANSIT, BigDecimal.ZERO, Instant.EPOCH)));

    private final WalkedCylinder cylinder = new WalkedCylinder(Cylinder.at(store, store.van()));
    private final List<UnderWay> underWay = new ArrayList<>();
    private final List<Used> used = new ArrayList<>();

    /** When each step began. */
    private final List<Instant> moments = new ArrayList<>();

    /** What each visit needs yet, in the order in which they were planned. */
    private final Map<Visit, BigDecimal> needs = new LinkedHashMap<>();

    private int plans;
    private int differences;

    static Arbitrary<List<Step>> ways(int steps) {
        Arbitrary<BigDecimal> amounts = Arbitraries.bigDecimals()
                .between(new BigDecimal("0.001"), new BigDecimal("4"))
                .ofScale(3);
        return Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.of(true, false),
                        amounts,
                        Arbitraries.integers().between(0, 1000))
                .as(Step::new)
                .list()
                .ofSize(steps);
    }

    void take(Step step) {
        moments.add(Instant.now());
        UUID place = step.toVan() ? store.van() : store.shelf();
        switch (step.kind()) {
            case RECEIVE -> {
                store.at(place).receive(step.kilograms().toPlainString());
                book(place, step.kilograms());
            }
            case PICK -> pick(step.toVan(), step.kilograms(), step.pick() % 2 == 0);
            case CANCEL_PICKED -> one(step, false, this::cancel);
            case ARRIVE_IN_PART -> one(step, true, way -> arriveInPart(way, step.kilograms()));
            case ARRIVE -> one(step, true, way -> arrive(way, step.kilograms()));
            case COUNT -> count(place, step.kilograms());
            case APPROVE -> approve(step.pick());
            case PLAN -> plan(step.kilograms());
            case USE_FOR_PLAN -> useForPlan(step, place);
            case USE -> use(place, step.kilograms(), moments.getLast());
            case USE_LATE -> use(place, step.kilograms(), moments.get(step.pick() % moments.size()));
            case TAKE_USAGE_BACK -> takeUsageBack(step.pick());
            case END_PLAN -> endPlan(step.pick());
            case FILL -> cylinder.fill(step.kilograms(), level(store.van()));
            case WEIGH -> book(store.van(), cylinder.weigh(step.kilograms(), level(store.van())));
            case USE_OUT_OF_IT -> useOutOfIt(step.kilograms(), Instant.now());
            case USE_OUT_OF_IT_LATE -> useOutOfIt(step.kilograms(), moments.get(step.pick() % moments.size()));
        }
        check();
    }

    private void book(UUID place, BigDecimal change) {
        changes.add(new Change(place, change, moments.getLast()));
    }

    /** What was counted last, and what has come and gone since. */
    private BigDecimal level(UUID place) {
        Count last = counted.get(place);
        return changes.stream()
                .filter(change -> change.place.equals(place) && change.at.isAfter(last.at))
                .map(Change::amount)
                .reduce(last.found, BigDecimal::add);
    }

    private void pick(boolean toVan, BigDecimal amount, boolean isSent) {
        UUID from = toVan ? store.shelf() : store.van();
        UUID to = toVan ? store.van() : store.shelf();
        String transfer = store.transfer(from, to, amount.toPlainString());
        Store.done(transfer, "request", Map.of());
        BigDecimal left = level(from).subtract(amount);
        BigDecimal forOthers = toVan ? BigDecimal.ZERO : allocated(store.van());
        boolean isFree = left.signum() >= 0 && left.compareTo(forOthers) >= 0 && (toVan || cylinder.leaves(left));
        int status = Store.give(transfer, "pick", Map.of()).statusCode();
        assertThat(status)
                .as("pick %s of %s, %s reserved", amount, level(from), forOthers)
                .isEqualTo(isFree ? 200 : 409);
        if (isFree) {
            book(from, amount.negate());
            book(Store.TRANSIT, amount);
            if (isSent) {
                Store.done(transfer, "send", Map.of());
            }
            underWay.add(new UnderWay(transfer, from, to, isSent, amount));
        }
    }

    private void one(Step step, boolean isSent, Consumer<UnderWay> what) {
        List<UnderWay> those =
                underWay.stream().filter(way -> way.isSent == isSent).toList();
        if (!those.isEmpty()) {
            what.accept(those.get(step.pick() % those.size()));
        }
    }

    private void cancel(UnderWay way) {
        Store.done(way.path, "cancel", Map.of("reason", "Altă dată"));
        book(Store.TRANSIT, way.rest.negate());
        book(way.from, way.rest);
        underWay.remove(way);
    }

    private void arriveInPart(UnderWay way, BigDecimal amount) {
        Store.done(way.path, "receive-part", Store.some(amount.toPlainString()));
        arrived(way, amount);
    }

    private void arrive(UnderWay way, BigDecimal amount) {
        Store.done(way.path, "receive", Store.some(amount.toPlainString()));
        arrived(way, amount);
        if (way.rest.signum() > 0) {
            book(Store.TRANSIT, way.rest.negate());
            differences++;
        }
        underWay.remove(way);
    }

    private void arrived(UnderWay way, BigDecimal amount) {
        BigDecimal expected = amount.min(way.rest);
        way.rest = way.rest.subtract(expected);
        book(Store.TRANSIT, expected.negate());
        book(way.to, amount);
        if (amount.compareTo(expected) > 0) {
            differences++;
        }
    }

    private void count(UUID place, BigDecimal found) {
        String count = post(
                        Person.STELA, "/v1/stock-counts", Map.of("locationId", place, "partIds", List.of(store.part())))
                .header("Location");
        Store.done(
                count,
                "enter",
                Map.of("lines", List.of(Map.of("partId", store.part(), "counted", found.toPlainString()))));
        counts.add(new Count(count, place, found, moments.getLast()));
    }

    /** Whatever has happened, or was told, since it was counted. */
    private void approve(int pick) {
        if (!counts.isEmpty()) {
            Count count = counts.remove(pick % counts.size());
            Count before = counted.get(count.place);
            BigDecimal known = level(count.place);
            counted.put(count.place, count.at.isAfter(before.at) ? count : before);
            BigDecimal adjusted = level(count.place);
            boolean isTaken =
                    !count.place.equals(store.van()) || adjusted.compareTo(known) >= 0 || cylinder.leaves(adjusted);
            Store.done(count.path, "submit", Map.of());
            post(Person.SORIN, count.path + "/approve", Map.of("reason", "Numărat"))
                    .then()
                    .statusCode(isTaken ? 200 : 409);
            if (!isTaken) {
                counted.put(count.place, before);
            }
        }
    }

    private void plan(BigDecimal amount) {
        Visit visit = Visit.of(store.driver());
        needs.put(visit, amount);
        visit.isPlannedAt(
                "2026-03-02T07:%02d:%02dZ".formatted(plans / 60, plans % 60), 1, store.part(), amount.toPlainString());
        plans++;
    }

    private void useForPlan(Step step, UUID place) {
        if (!needs.isEmpty()) {
            Visit visit = List.copyOf(needs.keySet()).get(step.pick() % needs.size());
            var _ = use(visit, place, step.kilograms(), moments.getLast());
            needs.merge(
                    visit, step.kilograms(), (need, used) -> need.subtract(used).max(BigDecimal.ZERO));
        }
    }

    private void use(UUID place, BigDecimal amount, Instant at) {
        used.add(use(Visit.of(UUID.randomUUID()), place, amount, at));
    }

    private Used use(Visit visit, UUID place, BigDecimal amount, Instant at) {
        Usage usage = visit.uses(store.at(place), amount.toPlainString());
        usage.happensAt(at);
        Change change = new Change(place, amount.negate(), at);
        changes.add(change);
        return new Used(usage, change, false);
    }

    /** What was used before it was weighed is in what the scales said. */
    private void useOutOfIt(BigDecimal amount, Instant at) {
        Usage usage = cylinder.uses(store.van(), amount, at);
        Change change = new Change(store.van(), amount.negate(), at);
        if (cylinder.take(amount, at)) {
            changes.add(change);
        }
        used.add(new Used(usage, change, true));
    }

    /** It never was one. */
    private void takeUsageBack(int pick) {
        if (!used.isEmpty()) {
            Used wrong = used.remove(pick % used.size());
            if (!wrong.isOutOfIt) {
                wrong.usage.reversed().happensAt(moments.getLast());
                changes.remove(wrong.change);
            } else if (cylinder.takeBack(wrong.usage, wrong.change.amount, wrong.change.at)) {
                changes.remove(wrong.change);
            }
        }
    }

    private void endPlan(int pick) {
        if (!needs.isEmpty()) {
            Visit visit = List.copyOf(needs.keySet()).get(pick % needs.size());
            visit.becomes("COMPLETED", 1);
            needs.remove(visit);
        }
    }

    /** Who was planned first has the van, then what is on its way to it, then the shelf; all go in the same van. */
    private BigDecimal allocated(UUID place) {
        BigDecimal van = level(store.van()).max(BigDecimal.ZERO);
        BigDecimal shelf = level(store.shelf()).max(BigDecimal.ZERO);
        BigDecimal toVan = underWay.stream()
                .filter(way -> way.to.equals(store.van()))
                .map(way -> way.rest)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal needed = needs.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal ofVan = needed.min(van);
        BigDecimal onItsWay = needed.subtract(ofVan).min(toVan);
        if (place.equals(Store.TRANSIT)) {
            return onItsWay;
        }
        return place.equals(store.van())
                ? ofVan
                : needed.subtract(ofVan).subtract(onItsWay).min(shelf);
    }

    /** Waited for, so that each step decides on what the one before it left. */
    private void check() {
        eventually(() -> counted.keySet().forEach(place -> {
            assertThat(store.level(place, "onHand")).as("on hand").isEqualByComparingTo(level(place));
            assertThat(store.level(place, "allocated")).as("allocated").isEqualByComparingTo(allocated(place));
        }));
        cylinder.check();
        List<Map<String, Object>> open = get(
                        Person.STELA, "/v1/discrepancies?limit=200&state=OPEN&partId=" + store.part())
                .path("items");
        assertThat(open.stream().filter(each -> each.get("kind").equals("TRANSFER_DIFFERENCE")))
                .hasSize(differences);
    }
}
