package dev.fieldservice.inventory.parts;

import dev.fieldservice.inventory.categories.PartCategory;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Tuple;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a part shall refer to, held against the catalogue.
 *
 * @param current the last of those that supersede one another after it; empty unless it is superseded
 */
record PartReferences(Optional<UUID> current) {

    /** Whoever says what supersedes what waits for the others who do: together they might close a circle. */
    private static final String ONE_AT_A_TIME =
            "select 1 from pg_advisory_xact_lock(hashtextextended('part_succession', 17))";

    private static final String CHAIN = """
            with recursive chain (id, unit, next, step) as (
                select id, unit, superseded_by_id, 1 from part where id = :first
                union all
                select p.id, p.unit, p.superseded_by_id, c.step + 1 from part p join chain c on p.id = c.next)
            select id, unit from chain order by step""";

    /** Refused with 422: ids that nobody knows first, then a succession that cannot be. */
    static Uni<PartReferences> of(Tx tx, Optional<Part> part, PartDetails wanted) {
        return requireCategory(tx, wanted.categoryId())
                .chain(() -> requireParts(tx, wanted.substitutes()))
                .chain(() -> wanted.supersededById() == null
                        ? Uni.createFrom().item(new PartReferences(Optional.empty()))
                        : successor(tx, part, wanted));
    }

    private static Uni<Void> requireCategory(Tx tx, UUID category) {
        return category == null
                ? Uni.createFrom().voidItem()
                : tx.session()
                        .find(PartCategory.class, category)
                        .onItem()
                        .ifNull()
                        .failWith(() -> Refusal.RuleViolated.unknown("/categoryId", "category"))
                        .replaceWithVoid();
    }

    private static Uni<Void> requireParts(Tx tx, List<UUID> parts) {
        return parts.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.session()
                        .createSelectionQuery("select id from Part where id in :parts", UUID.class)
                        .setParameter("parts", parts)
                        .getResultList()
                        .invoke(known -> requireKnown(parts, new HashSet<>(known)))
                        .replaceWithVoid();
    }

    private static void requireKnown(List<UUID> parts, Set<UUID> known) {
        for (int at = 0; at < parts.size(); at++) {
            if (!known.contains(parts.get(at))) {
                throw Refusal.RuleViolated.unknown("/substituteIds/" + at, "part");
            }
        }
    }

    /** Of several that one list names, what the rows before have changed counts too: it is in the database by then. */
    private static Uni<PartReferences> successor(Tx tx, Optional<Part> part, PartDetails wanted) {
        return tx.session()
                .createNativeQuery(ONE_AT_A_TIME, Integer.class)
                .getSingleResult()
                .call(() -> tx.session().flush())
                .chain(() -> tx.session()
                        .createNativeQuery(CHAIN, Tuple.class)
                        .setParameter("first", wanted.supersededById())
                        .getResultList())
                .map(chain -> last(part.map(Part::id), wanted, chain));
    }

    private static PartReferences last(Optional<UUID> itself, PartDetails wanted, List<Tuple> chain) {
        if (chain.isEmpty()) {
            throw Refusal.RuleViolated.unknown("/supersededById", "part");
        }
        if (chain.stream().anyMatch(each -> itself.equals(Optional.of(each.get(0, UUID.class))))) {
            throw Refusal.RuleViolated.at(
                    "/supersededById", "succession-circle", "It takes the place of that one, in one step or several.");
        }
        String unit = chain.getFirst().get(1, String.class);
        if (!unit.equals(wanted.unit())) {
            throw Refusal.RuleViolated.at(
                    "/supersededById", "other-unit", "That part is counted in " + unit + ", and this one is not.");
        }
        return new PartReferences(Optional.of(chain.getLast().get(0, UUID.class)));
    }
}
