package dev.fieldservice.inventory.wire;

import dev.fieldservice.inventory.errands.InventoryErrand;
import dev.fieldservice.inventory.purchases.OrderMail;
import dev.fieldservice.platform.errands.ErrandTable;
import dev.fieldservice.platform.errands.Handling;
import dev.fieldservice.platform.mail.Mails;
import jakarta.enterprise.context.ApplicationScoped;

/** Which handler carries out which kind of job. */
@ApplicationScoped
public class InventoryErrands implements ErrandTable<InventoryErrand> {

    private final Handling<?> orderMail;

    public InventoryErrands(OrderMail orderMail, Mails mails) {
        this.orderMail = mails.handling(orderMail);
    }

    @Override
    public Class<InventoryErrand> kinds() {
        return InventoryErrand.class;
    }

    @Override
    public Handling<?> handling(InventoryErrand kind) {
        return switch (kind) {
            case PURCHASE_ORDER_MAIL -> orderMail;
        };
    }
}
