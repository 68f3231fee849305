package dev.fieldservice.inventory.wire;

import dev.fieldservice.inventory.errands.InventoryErrand;
import dev.fieldservice.inventory.partimports.ImportParts;
import dev.fieldservice.inventory.purchases.OrderMail;
import dev.fieldservice.inventory.purchases.OrderPrinting;
import dev.fieldservice.inventory.replenishment.ProposeTransfers;
import dev.fieldservice.inventory.reservations.AllocatePart;
import dev.fieldservice.inventory.reservations.TellReadiness;
import dev.fieldservice.inventory.returns.ReturnPrinting;
import dev.fieldservice.platform.errands.ErrandTable;
import dev.fieldservice.platform.errands.Handling;
import dev.fieldservice.platform.mail.Mails;
import jakarta.enterprise.context.ApplicationScoped;

/** Which handler carries out which kind of job. */
@ApplicationScoped
public class InventoryErrands implements ErrandTable<InventoryErrand> {

    private final OrderPrinting orderPrinting;
    private final Handling<?> orderMail;
    private final ReturnPrinting returnPrinting;
    private final AllocatePart allocatePart;
    private final TellReadiness tellReadiness;
    private final ImportParts importParts;
    private final ProposeTransfers proposeTransfers;

    public InventoryErrands(
            OrderPrinting orderPrinting,
            OrderMail orderMail,
            Mails mails,
            ReturnPrinting returnPrinting,
            AllocatePart allocatePart,
            TellReadiness tellReadiness,
            ImportParts importParts,
            ProposeTransfers proposeTransfers) {
        this.orderPrinting = orderPrinting;
        this.orderMail = mails.handling(orderMail);
        this.returnPrinting = returnPrinting;
        this.allocatePart = allocatePart;
        this.tellReadiness = tellReadiness;
        this.importParts = importParts;
        this.proposeTransfers = proposeTransfers;
    }

    @Override
    public Class<InventoryErrand> kinds() {
        return InventoryErrand.class;
    }

    @Override
    public Handling<?> handling(InventoryErrand kind) {
        return switch (kind) {
            case PURCHASE_ORDER_PAPER -> orderPrinting;
            case PURCHASE_ORDER_MAIL -> orderMail;
            case SUPPLIER_RETURN_PAPER -> returnPrinting;
            case ALLOCATE_PART -> allocatePart;
            case TELL_READINESS -> tellReadiness;
            case IMPORT_PARTS -> importParts;
            case PROPOSE_TRANSFERS -> proposeTransfers;
        };
    }
}
