package dev.fieldservice.billing.usages;

import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds what was heard of usages, and keeps it. */
public final class BillableItems {

    private BillableItems() {}

    public static Uni<BillableItem> hear(Tx tx, PartsConsumed event) {
        return tx.session()
                .find(BillableItem.class, event.subject())
                .chain(known -> Optional.ofNullable(known)
                        .map(item -> Uni.createFrom().item(item))
                        .orElseGet(() -> add(tx, BillableItem.of(event))))
                .invoke(item -> item.hear(event));
    }

    private static Uni<BillableItem> add(Tx tx, BillableItem item) {
        return tx.session().persist(item).replaceWith(item);
    }

    public static Uni<List<BillableItem>> ofCase(Mutiny.Session session, UUID caseId) {
        return session.createSelectionQuery(
                        "from BillableItem where billingCaseId = :id order by usageId", BillableItem.class)
                .setParameter("id", caseId)
                .getResultList();
    }
}
