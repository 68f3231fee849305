package dev.fieldservice.inventory.purchases;

import dev.fieldservice.inventory.stock.OrderedGoods;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Has the order follow when what came of it is taken back from the ledger. */
@ApplicationScoped
public class ReceivedOrders implements OrderedGoods {

    private final OrderInvoices invoices;

    public ReceivedOrders(OrderInvoices invoices) {
        this.invoices = invoices;
    }

    @Override
    public Uni<Void> takenBack(Tx tx, UUID receiptId) {
        return tx.session()
                .find(PurchaseReceipt.class, receiptId)
                .chain(receipt -> receipt == null
                        ? Uni.createFrom().voidItem()
                        : invoices.takenBack(
                                tx,
                                receipt.purchaseOrderId,
                                () -> tx.load(PurchaseOrder.class, receipt.purchaseOrderId)
                                        .call(order -> tx.session().fetch(order.lines))
                                        .call(() -> tx.session().refresh(receipt))
                                        .invoke(order -> takenBack(tx, order, receipt))));
    }

    /** Once, whoever asks for it again. */
    private static void takenBack(Tx tx, PurchaseOrder order, PurchaseReceipt receipt) {
        if (!receipt.takenBack) {
            order.takeBack(receipt, tx.by());
        }
    }
}
