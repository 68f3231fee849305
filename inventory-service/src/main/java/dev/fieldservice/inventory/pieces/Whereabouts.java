package dev.fieldservice.inventory.pieces;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a piece is, by all its steps in the order of their times, in whatever order they were told. What comes and goes is
 * counted, as a delivery note may be entered after the piece was installed; what somebody found in the stock, or did not find,
 * is as it was found. The machine is another matter: whatever was taken back has moved the piece into none and out of none, so that
 * it is in the one where it was before.
 */
final class Whereabouts {

    private static final Comparator<PieceStep> BY_TIME =
            Comparator.comparing((PieceStep step) -> step.happenedAt).thenComparing(step -> step.id);

    private final List<PieceStep> steps;
    private final Map<UUID, Integer> stock = new HashMap<>();
    private Optional<PieceStep> machine = Optional.empty();

    private Whereabouts(List<PieceStep> steps) {
        this.steps = steps;
    }

    static Whereabouts after(List<PieceStep> steps) {
        Whereabouts whereabouts = new Whereabouts(steps.stream().sorted(BY_TIME).toList());
        whereabouts.steps.forEach(whereabouts::take);
        return whereabouts;
    }

    private void take(PieceStep step) {
        goThrough(step);
        switch (step.kind) {
            case RECEIVED, RETURNED, TAKEN_BACK, ARRIVED -> count(step, 1);
            case RECEIPT_REVERSED, INSTALLED, TAKE_BACK_REVERSED, SENT -> count(step, -1);
            case FOUND, ENTERED -> {
                stock.clear();
                count(step, 1);
            }
            case WITHDRAWN -> stock.clear();
            case REMOVED, PUT_BACK -> {}
        }
    }

    /** The machine after the step. What takes back something that nobody has heard of yet says itself where the piece is. */
    private void goThrough(PieceStep step) {
        switch (step.kind) {
            case INSTALLED -> machine = isTakenBack(step) ? machine : Optional.of(step);
            case REMOVED -> machine = isTakenBack(step) ? machine.or(() -> wasIn(step)) : Optional.empty();
            case TAKEN_BACK -> machine = isTakenBack(step) ? machine : Optional.empty();
            case FOUND -> machine = Optional.empty();
            case RETURNED -> machine = hasTakenBack(step) ? machine : Optional.empty();
            case PUT_BACK -> machine = hasTakenBack(step) ? machine : Optional.of(step);
            case TAKE_BACK_REVERSED, RECEIVED, RECEIPT_REVERSED, ENTERED, WITHDRAWN, SENT, ARRIVED -> {}
        }
    }

    /** What is not known to lie in stock was in the machine out of which it was said to have come. */
    private Optional<PieceStep> wasIn(PieceStep removal) {
        return location().isPresent() ? Optional.empty() : Optional.of(removal);
    }

    private boolean isTakenBack(PieceStep step) {
        return steps.stream().anyMatch(other -> other.takesBack(step));
    }

    private boolean hasTakenBack(PieceStep step) {
        return steps.stream().anyMatch(step::takesBack);
    }

    private void count(PieceStep step, int pieces) {
        stock.merge(step.locationId, pieces, Integer::sum);
    }

    /** The step that put it into the machine where it is. */
    Optional<PieceStep> machine() {
        return machine;
    }

    /** Where it is in stock. */
    Optional<UUID> location() {
        return stock.entrySet().stream()
                .filter(place -> place.getValue() > 0)
                .map(Map.Entry::getKey)
                .min(Comparator.naturalOrder());
    }

    /** More went from there than was known to have come. */
    boolean isMissingAt(UUID location) {
        return stock.getOrDefault(location, 0) < 0;
    }

    /** More went from somewhere than was known to have come, so that something may still come. */
    boolean isMissing() {
        return stock.values().stream().anyMatch(count -> count < 0);
    }
}
