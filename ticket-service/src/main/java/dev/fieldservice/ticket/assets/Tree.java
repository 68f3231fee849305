package dev.fieldservice.ticket.assets;

import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;

/**
 * Machines that are parts of machines. A customer's trees are changed by one after the other, so that no two changes that are right by
 * themselves make a circle together.
 */
final class Tree {

    private static final int MOST_LEVELS = 6;
    private static final int MOST_MACHINES = 200;

    private static final String HOLD = """
            select count(*) from (select pg_advisory_xact_lock(hashtextextended(cast(customer_id as text), 24))
                                    from asset where id = :id) held""";
    private static final String TOGETHER = """
            with recursive above as (
                select id, part_of, 1 as level from asset where id = :whole
                union all
                select a.id, a.part_of, above.level + 1 from asset a join above on a.id = above.part_of
            ), below as (
                select id, 1 as level from asset where id = :part
                union all
                select a.id, below.level + 1 from asset a join below on a.part_of = below.id
            ), around as (
                select id from above where part_of is null
                union all
                select a.id from asset a join around on a.part_of = around.id
            )
            select exists (select from above where id = :part) as circle,
                   (select max(level) from above) + (select max(level) from below) as levels,
                   (select count(*) from (select id from around union select id from below) machines) as machines""";
    private static final String PARTS = """
            with recursive below as (
                select id from asset where part_of = :id
                union all
                select a.id from asset a join below on a.part_of = below.id
            )
            select id from below""";
    private static final String IN_USE = "select count(*) from asset where part_of = :id and state = 'IN_USE'";

    private Tree() {}

    /** Before any row is locked: whoever changes a tree of this customer waits for this transaction. */
    static Uni<Void> hold(Tx tx, UUID id) {
        return tx.session()
                .createNativeQuery(HOLD, Long.class)
                .setParameter("id", id)
                .getSingleResult()
                .replaceWithVoid();
    }

    /** Refused with 422 where one would be a part of itself, or the tree would be too deep or too large to be moved at once. */
    static Uni<Void> requireRoom(Tx tx, Asset part, Asset whole) {
        return tx.session()
                .createNativeQuery(TOGETHER, Tuple.class)
                .setParameter("whole", whole.id())
                .setParameter("part", part.id())
                .getSingleResult()
                .invoke(row -> {
                    if (row.get("circle", Boolean.class)) {
                        throw Refusal.RuleViolated.at("/wholeId", "part-of-itself", "No machine is a part of itself.");
                    }
                    if (row.get("levels", Integer.class) > MOST_LEVELS
                            || row.get("machines", Long.class) > MOST_MACHINES) {
                        throw Refusal.RuleViolated.at(
                                "/wholeId",
                                "too-many-parts",
                                "At most %d machines in %d levels.".formatted(MOST_MACHINES, MOST_LEVELS));
                    }
                })
                .replaceWithVoid();
    }

    /** All parts of it and of its parts, locked. */
    static Uni<List<Asset>> parts(Tx tx, UUID id) {
        return tx.session()
                .createNativeQuery(PARTS, UUID.class)
                .setParameter("id", id)
                .getResultList()
                .chain(ids -> tx.session()
                        .createSelectionQuery("from Asset where id in :ids order by id", Asset.class)
                        .setParameter("ids", ids)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getResultList())
                .invoke(found -> found.forEach(tx::watch));
    }

    /** Refused with 409 as long as something in it is in use. */
    static Uni<Void> requireNoPartInUse(Tx tx, UUID id) {
        return tx.session()
                .createNativeQuery(IN_USE, Long.class)
                .setParameter("id", id)
                .getSingleResult()
                .invoke(parts -> {
                    if (parts > 0) {
                        throw new Refusal.Conflict(
                                        "has-parts", "Retire the parts that are in it before, or take them out.")
                                .refused();
                    }
                })
                .replaceWithVoid();
    }
}
