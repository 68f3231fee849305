package dev.fieldservice.workorder.parts;

import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.workorder.workorders.Visibility;
import dev.fieldservice.workorder.workorders.WorkOrder;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import java.util.function.Function;

/**
 * The uniqueness of pieces with serial numbers over all work orders: one that is in a machine is not installed again before it
 * came out, comes out of no other machine, and does not come out again before it was installed, unless somebody says why. The database marks which usage moved a piece on, and its unique indexes keep it under races.
 */
public final class SerialNumbers {

    private SerialNumbers() {}

    /** Refused with 409 where the one piece cannot go in or the other cannot come out, with 422 where it is in another machine. */
    static Uni<Void> requireFree(Tx tx, WorkOrder order, UsePart request, Catalogue.Taken taken) {
        if (taken.installedOn() != null && request.reinstallReason() == null) {
            return refuse(tx, order, taken.installedOn(), SerialNumbers::installed);
        }
        if (taken.removedOn() != null && request.removalReason() == null) {
            return refuse(tx, order, taken.removedOn(), SerialNumbers::removed);
        }
        return taken.foundOn() == null || request.removalReason() != null
                ? Uni.createFrom().voidItem()
                : tx.session()
                        .find(WorkOrder.class, taken.foundOn())
                        .invoke(other -> {
                            if (!order.jobCard().isAboutTheMachineOf(other.jobCard())) {
                                throw elsewhere(name(tx, order, other));
                            }
                        })
                        .replaceWithVoid();
    }

    private static RuntimeException elsewhere(String where) {
        return Refusal.RuleViolated.at(
                "/removedSerial",
                "serial-number-elsewhere",
                "The piece with this serial number was installed in another machine, on %s, and has not come out of it. If it came out of this one all the same, say why (removalReason)."
                        .formatted(where));
    }

    /** What it means when the database finds it. */
    public static Refusal installed() {
        return installed("another work order");
    }

    /** What it means when the database finds it. */
    public static Refusal removed() {
        return removed("another work order");
    }

    private static Uni<Void> refuse(Tx tx, WorkOrder order, UUID there, Function<String, Refusal> refusal) {
        return tx.session()
                .find(WorkOrder.class, there)
                .map(other -> name(tx, order, other))
                .chain(where -> Uni.createFrom().failure(refusal.apply(where).refused()));
    }

    private static Refusal installed(String where) {
        return new Refusal.Conflict(
                "serial-number-installed",
                "The piece with this serial number was installed on %s and has not come out since. If it was taken back from there, say so (reinstallReason)."
                        .formatted(where));
    }

    private static Refusal removed(String where) {
        return new Refusal.Conflict(
                "serial-number-removed",
                "The piece with this serial number came out on %s and has not been installed since. If it came out of this one all the same, say why (removalReason)."
                        .formatted(where));
    }

    /** To those who may not see the other order it has no name. */
    private static String name(Tx tx, WorkOrder order, WorkOrder other) {
        if (other.id().equals(order.id())) {
            return "this work order";
        }
        return Visibility.TOOK_PART_OR_OFFICE.includes(tx.by().caller(), other)
                ? "work order " + other.facts().number()
                : "another work order";
    }
}
