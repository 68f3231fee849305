package dev.fieldservice.inventory.discrepancies;

import dev.fieldservice.inventory.discrepancies.DiscrepancyLifecycle.State;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.LockMode;

/** Finds discrepancies and opens them. */
@ApplicationScoped
public class Discrepancies {

    /**
     * Opens one for each finding, unless one of its kind is open for this part and place. The caller holds the lock of
     * the stock level, so that no two do this at once for the same.
     */
    public Uni<Void> open(Tx tx, List<Finding> findings) {
        return OneByOne.each(findings, finding -> openOnce(tx, finding));
    }

    private Uni<Void> openOnce(Tx tx, Finding finding) {
        if (finding.kind() == DiscrepancyKind.TRANSFER_DIFFERENCE) {
            return tx.add(Discrepancy.open(finding, tx.by())).replaceWithVoid();
        }
        return findOpen(tx, finding)
                .chain(found -> found == null
                        ? tx.add(Discrepancy.open(finding, tx.by()))
                        : Uni.createFrom().item(found))
                .replaceWithVoid();
    }

    /** Locked, so that one who resolves it at this moment does not resolve what he has not seen. */
    private Uni<Discrepancy> findOpen(Tx tx, Finding finding) {
        return tx.session()
                .createSelectionQuery(
                        "from Discrepancy where partId = :part and locationId = :location and kind = :kind"
                                + " and coalesce(serial, '') = :serial and state = :open",
                        Discrepancy.class)
                .setParameter("part", finding.where().partId())
                .setParameter("location", finding.where().locationId())
                .setParameter("kind", finding.kind())
                .setParameter("serial", finding.serial())
                .setParameter("open", State.OPEN)
                .setLockMode(LockMode.PESSIMISTIC_WRITE)
                .getSingleResultOrNull();
    }

    /**
     * Resolves what is open of a piece and was nothing wrong, as is known now. The caller holds the lock of the piece.
     *
     * @param how for people who read it
     */
    public Uni<Void> explain(Tx tx, DiscrepancyKind kind, UUID partId, String serial, String how) {
        return tx.session()
                .createSelectionQuery(
                        "from Discrepancy where partId = :part and kind = :kind and serial = :serial and state = :open"
                                + " order by id",
                        Discrepancy.class)
                .setParameter("part", partId)
                .setParameter("kind", kind)
                .setParameter("serial", serial)
                .setParameter("open", State.OPEN)
                .setLockMode(LockMode.PESSIMISTIC_WRITE)
                .getResultList()
                .invoke(found -> found.forEach(discrepancy -> {
                    tx.watch(discrepancy);
                    discrepancy.explain(tx.by(), how);
                }))
                .replaceWithVoid();
    }
}
