package dev.fieldservice.inventory.stock;

import dev.fieldservice.inventory.discrepancies.Finding;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** What stands in containers: the ledger knows nothing of them, and has them follow what it books. */
public interface ContainedStock {

    /**
     * What has become of a usage.
     *
     * @param onHand the level of its place now: what was used out of a container elsewhere is brought from there
     * @param findings what does not add up about containers
     */
    record Followed(BigDecimal onHand, List<Finding> findings) {}

    /**
     * A usage was booked, of a container that it names or of what stands in none.
     *
     * @param entry of the ledger
     * @param left after it; the level is locked
     */
    Uni<Followed> used(Tx tx, PartsConsumed usage, UUID entry, UsedStock left, Finding.Where where);

    /** A receipt was booked with its containers, which are known now. @param receipt in the part's unit */
    Uni<Void> received(Tx tx, StockReceipt receipt, UUID entry);

    /** A receipt is taken back by a counter-entry; refused with 409 where its containers have changed since. */
    Uni<Void> takenBack(Tx tx, UUID receipt, UUID counterEntry);
}
