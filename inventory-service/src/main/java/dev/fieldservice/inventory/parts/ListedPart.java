package dev.fieldservice.inventory.parts;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.util.Objects;
import java.util.Optional;

/**
 * What a list says of a part, held against the part as it is; for whoever enters many.
 *
 * @param now empty for one that is not there
 * @param references to what it refers, which may be as it does now
 */
public record ListedPart(Optional<Part> now, PartDetails wanted, PartReferences references) {

    /** What becomes of the catalogue by it. */
    public enum Change {
        CREATED,
        CHANGED,
        UNCHANGED
    }

    /** Refused with 422 as a part that is entered alone. */
    public static Uni<ListedPart> checked(Tx tx, Optional<Part> now, PartDetails wanted) {
        PartRules.require(now, wanted);
        Uni<ListedPart> listed =
                references(tx, now, wanted).map(references -> new ListedPart(now, wanted.asKept(), references));
        return now.map(part -> listed.call(() -> StockWithoutSerials.refuse(tx, part, wanted)))
                .orElse(listed);
    }

    /** Most rows of a list leave the succession as it is, and nothing is asked for them. */
    private static Uni<PartReferences> references(Tx tx, Optional<Part> now, PartDetails wanted) {
        return now.filter(part -> Objects.equals(part.details().supersededById(), wanted.supersededById()))
                .map(part -> Uni.createFrom().item(new PartReferences(part.successor())))
                .orElseGet(() -> PartReferences.of(tx, now, wanted));
    }

    public Change change() {
        return now.map(part -> part.details().equals(wanted) ? Change.UNCHANGED : Change.CHANGED)
                .orElse(Change.CREATED);
    }

    /** Enters or changes it; what is there already must be locked. */
    public Uni<Part> enter(Tx tx, By by) {
        return now.map(part -> {
                    tx.watch(part);
                    part.prepare(references);
                    part.change(wanted, by);
                    return Uni.createFrom().item(part);
                })
                .orElseGet(() -> tx.add(Part.register(wanted, references, by)));
    }
}
