package dev.fieldservice.inventory.payables;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.watches.Watch;
import dev.fieldservice.platform.watches.Watches;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Invoices of suppliers that ask for something else than was ordered and came. */
@ApplicationScoped
class SupplierInvoiceWatches implements Watches {

    @Override
    public List<Watch> watches() {
        return List.of(new Watch(
                "SUPPLIER_INVOICES_IN_QUESTION",
                Set.of(Role.ACCOUNTANT, Role.BUYER, Role.ADMIN),
                "/v1/supplier-invoices?state=IN_QUESTION",
                "supplier_invoice i",
                "i.state = 'IN_QUESTION'",
                "i.recorded_at"));
    }
}
