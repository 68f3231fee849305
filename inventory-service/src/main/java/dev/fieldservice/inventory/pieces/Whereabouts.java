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
 * is as it was found.
 */
final class Whereabouts {

    private static final Comparator<PieceStep> BY_TIME =
            Comparator.comparing((PieceStep step) -> step.happenedAt).thenComparing(step -> step.id);

    private final Map<UUID, Integer> stock = new HashMap<>();
    private Optional<PieceStep> machine = Optional.empty();
    private Optional<PieceStep> machineBefore = Optional.empty();

    private Whereabouts() {}

    static Whereabouts after(List<PieceStep> steps) {
        Whereabouts whereabouts = new Whereabouts();
        steps.stream().sorted(BY_TIME).forEach(whereabouts::take);
        return whereabouts;
    }

    private void take(PieceStep step) {
        switch (step.kind) {
            case RECEIVED -> count(step, 1);
            case RECEIPT_REVERSED -> count(step, -1);
            case INSTALLED -> {
                count(step, -1);
                goInto(Optional.of(step));
            }
            case PUT_BACK -> goInto(Optional.of(step));
            case REMOVED -> goInto(Optional.empty());
            case RETURNED -> {
                count(step, 1);
                goInto(Optional.empty());
            }
            case TAKEN_BACK -> {
                count(step, 1);
                Optional<PieceStep> left = machine;
                goInto(Optional.empty());
                machineBefore = left;
            }
            case TAKE_BACK_REVERSED -> {
                count(step, -1);
                goInto(machine.or(() -> machineBefore));
            }
            case FOUND -> {
                stock.clear();
                count(step, 1);
                goInto(Optional.empty());
            }
            case ENTERED -> {
                stock.clear();
                count(step, 1);
            }
            case WITHDRAWN -> stock.clear();
        }
    }

    private void goInto(Optional<PieceStep> next) {
        machine = next;
        machineBefore = Optional.empty();
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
