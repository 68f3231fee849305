package dev.fieldservice.workorder.steps;

import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.workorder.parts.Catalogue;
import dev.fieldservice.workorder.parts.KnownPart;
import dev.fieldservice.workorder.visits.LeftOver;
import dev.fieldservice.workorder.visits.NeededPart;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** What a technician leaves to the next visit, its parts by the names that the catalogue has. */
final class Leaving {

    private Leaving() {}

    /** Refused with 422 where a part is unknown, or counted in another unit, or nobody comes again for what is left. */
    static Uni<LeftOver> of(Tx tx, Completion said) {
        said.requireFollowUpForWhatIsLeft();
        List<PartNeeded> needed = said.parts();
        return needed.isEmpty()
                ? Uni.createFrom().item(new LeftOver(said.open(), List.of()))
                : Catalogue.known(tx, needed.stream().map(PartNeeded::partId).toList())
                        .map(known -> new LeftOver(said.open(), named(needed, known)));
    }

    private static List<NeededPart> named(List<PartNeeded> needed, Map<UUID, KnownPart> known) {
        return IntStream.range(0, needed.size())
                .mapToObj(i -> named(
                        "/partsNeeded/" + i,
                        needed.get(i),
                        known.get(needed.get(i).partId())))
                .toList();
    }

    private static NeededPart named(String at, PartNeeded needed, KnownPart part) {
        if (part == null) {
            throw Refusal.RuleViolated.unknown(at + "/partId", "part");
        }
        part.requireUnit(at + "/quantity/unit", needed.quantity());
        return new NeededPart(part.id(), part.number(), part.name(), needed.quantity());
    }
}
