package dev.fieldservice.inventory;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.testing.Person;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Does to two places what may be done to them, in random order, and keeps count beside the service. */
final class RandomWalk {

    enum Kind {
        RECEIVE,
        TAKE_RECEIPT_BACK,
        USE,
        REVERSE,
        REVERSE_BEFORE_USE,
        REPEAT,
        RESOLVE
    }

    /** @param pick which of the usages so far, where there is a choice */
    record Step(Kind kind, int place, BigDecimal kilograms, int pick) {}

    /** A place as it should be. */
    private static final class Expected {
        final Van van = Van.loaded("1");
        BigDecimal level = BigDecimal.ONE;
        int movements = 1;
        boolean isOpen;
        int resolved;
    }

    private record Receipt(Expected place, UUID id, BigDecimal kilograms) {}

    private final List<Receipt> receipts = new ArrayList<>();
    private final List<Expected> places = List.of(new Expected(), new Expected());
    private final List<Usage> told = new ArrayList<>();
    private final List<Usage> reversible = new ArrayList<>();

    static Arbitrary<List<Step>> ways(int steps) {
        Arbitrary<BigDecimal> amounts = Arbitraries.bigDecimals()
                .between(new BigDecimal("0.001"), new BigDecimal("2"))
                .ofScale(3);
        return Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.integers().between(0, 1),
                        amounts,
                        Arbitraries.integers().between(0, 1000))
                .as(Step::new)
                .list()
                .ofSize(steps);
    }

    void take(Step step) {
        Expected place = places.get(step.place());
        switch (step.kind()) {
            case RECEIVE -> {
                receipts.add(
                        new Receipt(place, place.van.receive(step.kilograms().toPlainString()), step.kilograms()));
                booked(place, step.kilograms());
            }
            case TAKE_RECEIPT_BACK -> takeReceiptBack(step.pick());
            case USE -> {
                Usage usage = place.van.uses(step.kilograms().toPlainString());
                reversible.add(usage);
                happens(place, usage, step.kilograms().negate());
            }
            case REVERSE -> reverse(step.pick());
            case REVERSE_BEFORE_USE -> {
                Usage late = place.van.uses(step.kilograms().toPlainString());
                happens(place, late.reversed(), step.kilograms());
                happens(place, late, step.kilograms().negate());
            }
            case REPEAT -> repeat(step.pick());
            case RESOLVE -> resolve(place);
        }
    }

    private void takeReceiptBack(int pick) {
        if (!receipts.isEmpty()) {
            Receipt wrong = receipts.remove(pick % receipts.size());
            wrong.place.van.takeBack(wrong.id);
            booked(wrong.place, wrong.kilograms.negate());
            wrong.place.isOpen |= wrong.place.level.signum() < 0;
        }
    }

    private void reverse(int pick) {
        if (!reversible.isEmpty()) {
            Usage back = reversible.remove(pick % reversible.size()).reversed();
            Expected place = places.stream()
                    .filter(each -> each.van.location().equals(back.location()))
                    .findFirst()
                    .orElseThrow();
            happens(place, back, new BigDecimal(back.kilograms()));
        }
    }

    private void repeat(int pick) {
        if (!told.isEmpty()) {
            told.get(pick % told.size()).happens();
        }
    }

    private void resolve(Expected place) {
        List<Map<String, Object>> open = place.van.discrepancies("OPEN");
        assertThat(open).as("open discrepancies").hasSize(place.isOpen ? 1 : 0);
        if (place.isOpen) {
            post(
                            Person.STELA,
                            "/v1/discrepancies/" + open.getFirst().get("id") + "/resolve",
                            Map.of("reason", "Counted"))
                    .then()
                    .statusCode(200);
            place.isOpen = false;
            place.resolved++;
        }
    }

    /** Waited for, so that each step decides on the level that the one before it left. */
    private void happens(Expected place, Usage usage, BigDecimal change) {
        usage.happens();
        told.add(usage);
        booked(place, change);
        eventually(() -> assertThat(place.van.movements()).hasSize(place.movements));
        place.isOpen |= place.level.signum() < 0;
    }

    private void booked(Expected place, BigDecimal change) {
        place.level = place.level.add(change);
        place.movements++;
    }

    void check() {
        for (Expected place : places) {
            assertThat(place.van.onHand()).isEqualByComparingTo(place.level);
            assertThat(place.van.movements()).hasSize(place.movements);
            assertThat(place.van.discrepancies("OPEN")).as("open").hasSize(place.isOpen ? 1 : 0);
            assertThat(place.van.discrepancies("RESOLVED")).as("resolved").hasSize(place.resolved);
        }
    }
}
