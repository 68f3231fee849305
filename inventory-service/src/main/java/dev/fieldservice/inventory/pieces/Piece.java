package dev.fieldservice.inventory.pieces;

import dev.fieldservice.inventory.locations.Transit;
import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.text.ComparedText;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Formula;

/** One piece of a part, known by its serial number: where it is, by what moved it so far. */
@Entity
public class Piece extends Aggregate {

    UUID partId;
    String serial;

    @Enumerated(EnumType.STRING)
    PieceState state;

    UUID locationId;
    UUID orderId;
    UUID ticketId;
    Instant changedAt;

    /** What becomes of it since it came out of a machine; null if nobody has said, or it has moved since. */
    @Enumerated(EnumType.STRING)
    Disposition disposition;

    String disposedBecause;

    /** The return with which it went to its supplier; null if it did not, or has moved since. */
    UUID returnedWith;

    @Formula("(select p.number from part p where p.id = part_id)")
    String partNumber;

    @Formula("(select p.name from part p where p.id = part_id)")
    String partName;

    @Formula("(select l.name from stock_location l where l.id = location_id)")
    String locationName;

    @Transient
    List<PieceStep> steps = new ArrayList<>();

    protected Piece() {}

    /** Returns the step, to be stored. */
    PieceStep move(PieceStep.Kind kind, Cause cause, By by) {
        PieceStep step = new PieceStep(id, kind, cause);
        steps.add(step);
        follow(whereabouts());
        if (cause.locationId().equals(locationId)) {
            locationName = cause.place();
        }
        changedAt = by.at();
        disposition = null;
        disposedBecause = null;
        returnedWith = null;
        boolean isTakenBack = kind == PieceStep.Kind.TAKEN_BACK || kind == PieceStep.Kind.FOUND;
        String why = isTakenBack ? ": " + cause.takenBackBecause() : "";
        note("PIECE_" + kind, by, cause.at(), serial + ", " + cause.place() + why);
        return step;
    }

    /** It was used, and that is all that is known of how it came and went; it may have come out of machines. */
    boolean isUsedUnknown(Cause cause) {
        List<PieceStep> inStock =
                steps.stream().filter(step -> step.kind.touchesStock()).toList();
        return inStock.size() == 1
                && inStock.getFirst().kind == PieceStep.Kind.INSTALLED
                && inStock.getFirst().sourceId.equals(cause.sourceId());
    }

    /** Returns the step that says that it had been in stock before it was used; to be stored. */
    PieceStep wasThere(Cause cause, By by) {
        return move(PieceStep.Kind.ENTERED, cause.before(), by);
    }

    private void follow(Whereabouts now) {
        state = now.machine().isPresent()
                ? PieceState.INSTALLED
                : now.location().isPresent() ? PieceState.IN_STOCK : PieceState.OUT;
        locationId = state == PieceState.IN_STOCK ? now.location().orElse(null) : null;
        orderId = now.machine().map(step -> step.orderId).orElse(null);
        ticketId = now.machine().map(step -> step.ticketId).orElse(null);
    }

    private Whereabouts whereabouts() {
        return Whereabouts.after(steps);
    }

    /** It was used from there, or a receipt there was taken back, without having been in stock there. */
    public boolean isMissingAt(UUID location) {
        return whereabouts().isMissingAt(location);
    }

    /**
     * How it comes in. Refused with 409 where it cannot, as it has not gone; one that was used before it came may, and so may one
     * that was taken back out of a machine.
     */
    PieceStep.Kind comingIn(Cause cause) {
        return switch (state) {
            case IN_STOCK -> throw inStock();
            case INSTALLED -> {
                if (cause.isTakingBack()) {
                    yield PieceStep.Kind.TAKEN_BACK;
                }
                if (!whereabouts().isMissing()) {
                    throw installed();
                }
                yield PieceStep.Kind.RECEIVED;
            }
            case OUT -> PieceStep.Kind.RECEIVED;
        };
    }

    /** How it is found in stock. Refused with 409 where it is known to be elsewhere, unless it was taken back. */
    PieceStep.Kind found(Cause cause) {
        return switch (state) {
            case IN_STOCK -> throw inStock();
            case INSTALLED -> {
                if (!cause.isTakingBack()) {
                    throw installed();
                }
                yield PieceStep.Kind.FOUND;
            }
            case OUT -> PieceStep.Kind.ENTERED;
        };
    }

    /** How the receipt of it is undone. */
    PieceStep.Kind notComeWith(UUID receipt) {
        boolean wasTakenBack = steps.stream()
                .anyMatch(step -> step.kind == PieceStep.Kind.TAKEN_BACK && step.sourceId.equals(receipt));
        return wasTakenBack ? PieceStep.Kind.TAKE_BACK_REVERSED : PieceStep.Kind.RECEIPT_REVERSED;
    }

    /** How it leaves for another place. Refused with 409 where it does not lie there. */
    PieceStep.Kind leaving(Cause cause) {
        if (state != PieceState.IN_STOCK || !cause.locationId().equals(locationId)) {
            throw new Refusal.Conflict(
                            "serial-number-not-in-stock", serial + " is not in stock, " + cause.place() + ".")
                    .refused();
        }
        return PieceStep.Kind.SENT;
    }

    void requireInStock() {
        if (state != PieceState.IN_STOCK) {
            throw new Refusal.Conflict("serial-number-not-in-stock", serial + " is not in stock.").refused();
        }
    }

    /** Refused with 409 of what is in stock or in a machine. @param why null if nobody says so */
    void dispose(Disposition what, String why, By by) {
        if (state != PieceState.OUT) {
            throw new Refusal.Conflict("not-removed", serial + " has not come out of a machine, or has moved since.")
                    .refused();
        }
        if (returnedWith != null) {
            throw new Refusal.Conflict("returned-to-supplier", serial + " went back to its supplier.").refused();
        }
        disposition = what;
        disposedBecause = why;
        changedAt = by.at();
        note("PIECE_DISPOSED", by, by.at(), serial + ", " + what + (why == null ? "" : ": " + why));
    }

    /** Refused with 409 unless somebody said that it goes back to its supplier. */
    public void requireToReturn() {
        if (disposition != Disposition.RETURN_TO_SUPPLIER) {
            throw new Refusal.Conflict("not-to-return", serial + " is not to be returned, or went back already.")
                    .refused();
        }
    }

    /** It went back to its supplier. Refused with 409 where it is not to. @param with the return, number what it is called */
    public void returned(UUID with, String number, By by) {
        requireToReturn();
        disposition = null;
        disposedBecause = null;
        returnedWith = with;
        changedAt = by.at();
        note("PIECE_RETURNED", by, by.at(), serial + ", " + number);
    }

    /** It left the stock for its supplier. @param with the return */
    public void wentWith(UUID with) {
        returnedWith = with;
    }

    /** The supplier has not taken it: it is to be returned as before, unless it has moved since. */
    public void notReturned(UUID with, String why, By by) {
        if (with.equals(returnedWith)) {
            returnedWith = null;
            dispose(Disposition.RETURN_TO_SUPPLIER, why, by);
        }
    }

    private RuntimeException inStock() {
        String where = locationName == null ? "" : ", in " + locationName;
        return new Refusal.Conflict("serial-number-in-stock", serial + " is in stock already" + where + ".").refused();
    }

    private RuntimeException installed() {
        return new Refusal.Conflict(
                        "serial-number-installed",
                        serial
                                + " is in a customer's machine and has not come out. If it was taken back, say why (returnReason).")
                .refused();
    }

    /** Whatever the case and the blanks. @param number null for none */
    public boolean is(UUID part, String number) {
        return partId.equals(part) && ComparedText.areOne(serial, number);
    }

    /** By what is known it lay in stock at that moment, where it is named; empty if it did not. */
    public Optional<String> layInStock(Instant at) {
        boolean didLie = Whereabouts.after(steps.stream()
                        .filter(step -> !step.happenedAt.isAfter(at))
                        .toList())
                .location()
                .isPresent();
        return didLie
                ? Optional.of(Optional.ofNullable(locationName).orElse("a place that it left since"))
                : Optional.empty();
    }

    /** It came out of a machine since that moment, as was told before, and by what is known now it never did while it lay in stock. */
    public boolean cameOutRightlySince(Instant moment) {
        List<Instant> removals = steps.stream()
                .filter(step -> step.kind == PieceStep.Kind.REMOVED)
                .map(step -> step.happenedAt)
                .toList();
        return removals.stream().anyMatch(removal -> !removal.isBefore(moment))
                && removals.stream().allMatch(removal -> layInStock(removal).isEmpty());
    }

    /** Null if it is not in stock, or the place is not known. */
    String locationName() {
        return Transit.ID.equals(locationId) ? Transit.NAME : locationName;
    }

    public UUID partId() {
        return partId;
    }

    public String serial() {
        return serial;
    }

    @Override
    public String kind() {
        return "piece";
    }

    @Override
    public UUID correlationId() {
        return null;
    }
}
