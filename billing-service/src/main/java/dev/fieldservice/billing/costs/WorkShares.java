package dev.fieldservice.billing.costs;

import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Divides a closed job among those who worked on it, by minutes of labour, or of travel where nobody worked. */
final class WorkShares {

    private static final String CLEAR = "delete from work_share where order_id = :order";

    private static final String DIVIDE = """
            with worked as (
                select technician_id, coalesce(sum(quantity) filter (where kind = 'LABOUR'), 0) as labour, sum(quantity) as spent
                  from cost_item where order_id = :order and kind in ('LABOUR', 'TRAVEL') group by technician_id),
            weighed as (
                select technician_id, case when sum(labour) over () > 0 then labour else spent end as minutes from worked),
            summed as (
                select technician_id, minutes, sum(minutes) over (order by technician_id) as upto, sum(minutes) over () as total
                  from weighed)
            insert into work_share (order_id, technician_id, minutes_before, minutes_upto, minutes_total)
            select :order, technician_id, upto - minutes, upto, total from summed""";

    private static final String NOBODYS = """
            insert into work_share (order_id, technician_id, minutes_before, minutes_upto, minutes_total)
            values (:order, null, 0, 1, 1)""";

    private WorkShares() {}

    static Uni<Void> divide(Tx tx, UUID order) {
        return execute(tx, CLEAR, order)
                .chain(() -> execute(tx, DIVIDE, order))
                .chain(shares -> shares == 0
                        ? execute(tx, NOBODYS, order)
                        : Uni.createFrom().item(shares))
                .replaceWithVoid();
    }

    private static Uni<Integer> execute(Tx tx, String sql, UUID order) {
        return tx.session().createNativeQuery(sql).setParameter("order", order).executeUpdate();
    }
}
