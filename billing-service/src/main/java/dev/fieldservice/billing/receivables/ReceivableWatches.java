package dev.fieldservice.billing.receivables;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.watches.Watch;
import dev.fieldservice.platform.watches.Watches;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Which invoices are not collected. */
@ApplicationScoped
class ReceivableWatches implements Watches {

    private static final String TODAY =
            "(select cast(timezone(c.time_zone, cast(:now as timestamptz)) as date) from known_company c)";

    @Override
    public List<Watch> watches() {
        return List.of(
                new Watch(
                        "INVOICES_UNPAID",
                        Set.of(Role.ACCOUNTANT, Role.ADMIN),
                        "/v1/receivables?state=OPEN",
                        "open_item r",
                        "r.item_type = 'RECEIVABLE' and r.settled_on is null",
                        "cast(r.booked_on as timestamptz)"),
                new Watch(
                        "INVOICES_OVERDUE",
                        Set.of(Role.ACCOUNTANT, Role.ADMIN),
                        "/v1/receivables?state=OVERDUE",
                        "open_item r",
                        "r.item_type = 'RECEIVABLE' and r.settled_on is null and r.amount > 0 and r.due_date < "
                                + TODAY,
                        "cast(r.due_date as timestamptz)"));
    }
}
