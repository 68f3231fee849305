package dev.fieldservice.billing.costs;

import dev.fieldservice.billing.pricing.CostsChanged;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Gives items the cost that was in force on their day, where it is another than they have: of a part what it
 * cost when it was used, by the ledger of stock, else what was entered for it; of an hour or a kilometre that of the technician, else the general one. Whoever calls holds the lock of the costs.
 */
final class CostsOfDay {

    private static final String GIVE = """
            update cost_item as item
               set unit_cost = now.unit_cost, cost = round(item.quantity * now.unit_cost / item.cost_base, 2)
              from (select i.id, case i.kind
                           when 'PART' then coalesce((
                               select u.unit_cost from usage_cost u
                                where u.usage_id = i.source_id and u.currency = i.currency), (
                               select c.unit_cost from part_cost c
                                where c.part_id = i.part_id and c.currency = i.currency and c.withdrawal is null
                                  and c.valid_from <= i.performed_on
                                order by c.valid_from desc limit 1))
                           else (
                               select r.unit_cost from cost_rate r
                                where r.kind = i.kind and r.currency = i.currency and r.withdrawal is null
                                  and r.valid_from <= i.performed_on
                                  and (r.technician_id is null or r.technician_id = i.technician_id)
                                order by r.technician_id is null, r.valid_from desc limit 1)
                           end as unit_cost
                      from cost_item i where %s) now
             where item.id = now.id and item.unit_cost is distinct from now.unit_cost""";

    private static final String CONCERNED = """
            i.id > :after and i.performed_on >= :from
               and (:anyPart or i.part_id = :part) and (:anyKind or i.kind = :kind)""";

    private static final String OF_JOB = GIVE.formatted("i.order_id = :order");
    private static final String OF_USAGE = GIVE.formatted("i.source_id = :usage and i.kind = 'PART'");
    private static final String OF_PAGE = GIVE.formatted(CONCERNED + " and i.id <= :last");
    private static final String PAGE = "select i.id from cost_item i where " + CONCERNED + " order by i.id";

    private static final UUID FIRST = new UUID(0, 0);

    private CostsOfDay() {}

    static Uni<Integer> giveJob(Tx tx, UUID order) {
        return tx.session()
                .createNativeQuery(OF_JOB)
                .setParameter("order", order)
                .executeUpdate();
    }

    /** Gives the one that this usage is, if its job is closed. */
    static Uni<Integer> giveUsage(Tx tx, UUID usage) {
        return tx.session()
                .createNativeQuery(OF_USAGE)
                .setParameter("usage", usage)
                .executeUpdate();
    }

    /** Gives the next of those that a change concerns, so many at most; their ids. */
    static Uni<List<UUID>> givePage(Tx tx, CostsChanged change, int most) {
        Mutiny.SelectionQuery<UUID> page =
                tx.session().createNativeQuery(PAGE, UUID.class).setMaxResults(most);
        concerned(change).forEach(page::setParameter);
        return page.getResultList()
                .call(found -> found.isEmpty() ? Uni.createFrom().voidItem() : giveUpTo(tx, change, found.getLast()));
    }

    private static Uni<Integer> giveUpTo(Tx tx, CostsChanged change, UUID last) {
        Mutiny.MutationQuery update = tx.session().createNativeQuery(OF_PAGE).setParameter("last", last);
        concerned(change).forEach(update::setParameter);
        return update.executeUpdate();
    }

    private static Map<String, Object> concerned(CostsChanged change) {
        return Map.of(
                "after", Optional.ofNullable(change.after()).orElse(FIRST),
                "from", change.from(),
                "anyPart", change.partId() == null,
                "part", Optional.ofNullable(change.partId()).orElse(FIRST),
                "anyKind", change.kind() == null,
                "kind", Optional.ofNullable(change.kind()).map(Enum::name).orElse(""));
    }
}
