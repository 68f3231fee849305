package dev.fieldservice.inventory.stock;

import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Who ordered what came in: the ledger knows nothing of purchase orders, and tells them what has become of a receipt. */
public interface OrderedGoods {

    /** A receipt, of what was ordered or not, is taken back. No level is locked yet. */
    Uni<Void> takenBack(Tx tx, UUID receiptId);
}
