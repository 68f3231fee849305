package dev.fieldservice.inventory.parts;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * What a list says of a part, held against the part as it is; for whoever enters many.
 *
 * @param now empty for one that is not there
 * @param wanted refers to other parts as it does now
 */
public record ListedPart(Optional<Part> now, PartDetails wanted) {

    /** What becomes of the catalogue by it. */
    public enum Change {
        CREATED,
        CHANGED,
        UNCHANGED
    }

    /** Refused with 422 as a part that is entered alone. */
    public static Uni<ListedPart> checked(Tx tx, Optional<Part> now, PartDetails wanted) {
        PartRules.require(now, wanted);
        ListedPart listed = new ListedPart(now, wanted.asKept());
        return now.map(part -> StockWithoutSerials.refuse(tx, part, wanted).replaceWith(listed))
                .orElse(Uni.createFrom().item(listed));
    }

    public Change change() {
        return now.map(part -> part.details().equals(wanted) ? Change.UNCHANGED : Change.CHANGED)
                .orElse(Change.CREATED);
    }

    /** Enters or changes it; what is there already must be locked. */
    public Uni<Part> enter(Tx tx, By by) {
        return now.map(part -> {
                    tx.watch(part);
                    part.prepare(new PartReferences(part.successor()));
                    part.change(wanted, by);
                    return Uni.createFrom().item(part);
                })
                .orElseGet(() -> tx.add(Part.register(wanted, new PartReferences(Optional.empty()), by)));
    }
}
