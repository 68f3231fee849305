package dev.fieldservice.inventory.reservations;

import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.inventory.events.InventoryEvent;
import dev.fieldservice.inventory.events.PartsReadiness;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Whether the parts of an order are there: worked out of what is reserved. */
record Readiness(PartsReadiness word, List<InventoryEvent.MissingPart> missing) {

    private static final String NEEDS = """
            select need.part_id, need.unit, need.missing, need.elsewhere
              from part_need need
             where need.order_id = :order
             order by need.part_id, need.unit""";

    private static final String IS_UNSEEN = """
            select exists (select from part_demand d join parts_plan p on p.id = d.order_id
                            where d.order_id = :order and p.state = 'RESERVED' and d.unseen_until > :now)""";

    /** One part of the plan. */
    private record Need(UUID partId, String unit, BigDecimal missing, BigDecimal elsewhere) {

        static Need of(Tuple row) {
            return new Need(
                    row.get(0, UUID.class),
                    row.get(1, String.class),
                    row.get(2, BigDecimal.class),
                    row.get(3, BigDecimal.class));
        }
    }

    static Uni<Readiness> of(Mutiny.Session session, UUID order) {
        return session.createNativeQuery(NEEDS, Tuple.class)
                .setParameter("order", order)
                .getResultList()
                .map(rows -> of(rows.stream().map(Need::of).toList()));
    }

    /** Without a lock, so that most of those who need a part are left alone. */
    static Uni<Boolean> isNews(Mutiny.Session session, UUID order) {
        return of(session, order)
                .chain(now -> session.createNativeQuery(
                                "select count(*) from parts_plan where id = :order and (told, told_missing) <> (:word, :missing)",
                                Long.class)
                        .setParameter("order", order)
                        .setParameter("word", now.word().name())
                        .setParameter("missing", now.text())
                        .getSingleResult()
                        .map(others -> others > 0));
    }

    /** Tells what is news. What somebody is yet to look for is not missing: whoever does so last tells. @param plan locked */
    static Uni<Void> tell(Tx tx, PartsPlan plan) {
        return isUnseen(tx, plan.id())
                .chain(isUnseen -> isUnseen
                        ? Uni.createFrom().voidItem()
                        : of(tx.session(), plan.id())
                                .invoke(now -> plan.learn(now, tx.by()))
                                .replaceWithVoid());
    }

    private static Uni<Boolean> isUnseen(Tx tx, UUID order) {
        return tx.session()
                .createNativeQuery(IS_UNSEEN, Boolean.class)
                .setParameter("order", order)
                .setParameter("now", tx.by().at())
                .getSingleResult();
    }

    private static Readiness of(List<Need> needs) {
        List<InventoryEvent.MissingPart> missing = needs.stream()
                .filter(need -> need.missing().signum() > 0)
                .map(need -> new InventoryEvent.MissingPart(need.partId(), new Quantity(need.missing(), need.unit())))
                .toList();
        return new Readiness(word(needs, missing), missing);
    }

    private static PartsReadiness word(List<Need> needs, List<InventoryEvent.MissingPart> missing) {
        if (needs.isEmpty()) {
            return PartsReadiness.NONE;
        }
        if (!missing.isEmpty()) {
            return PartsReadiness.MISSING;
        }
        return needs.stream().anyMatch(need -> need.elsewhere().signum() > 0)
                ? PartsReadiness.TO_PICK
                : PartsReadiness.READY;
    }

    /** For the history, and to be compared. */
    String text() {
        return missing.stream()
                .map(part -> part.quantity().amount().toPlainString() + " "
                        + part.quantity().unit() + " " + part.partId())
                .collect(Collectors.joining(", "));
    }
}
