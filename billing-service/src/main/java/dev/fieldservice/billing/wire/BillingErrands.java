package dev.fieldservice.billing.wire;

import dev.fieldservice.billing.billables.AssignStale;
import dev.fieldservice.billing.errands.BillingErrand;
import dev.fieldservice.billing.invoices.FollowPrices;
import dev.fieldservice.billing.invoices.RepriceInvoice;
import dev.fieldservice.platform.errands.ErrandTable;
import dev.fieldservice.platform.errands.Handling;
import jakarta.enterprise.context.ApplicationScoped;

/** Which handler carries out which kind of job. */
@ApplicationScoped
public class BillingErrands implements ErrandTable<BillingErrand> {

    private final FollowPrices followPrices;
    private final RepriceInvoice repriceInvoice;
    private final AssignStale assignStale;

    public BillingErrands(FollowPrices followPrices, RepriceInvoice repriceInvoice, AssignStale assignStale) {
        this.followPrices = followPrices;
        this.repriceInvoice = repriceInvoice;
        this.assignStale = assignStale;
    }

    @Override
    public Class<BillingErrand> kinds() {
        return BillingErrand.class;
    }

    @Override
    public Handling<?> handling(BillingErrand kind) {
        return switch (kind) {
            case FOLLOW_PRICES -> followPrices;
            case REPRICE_INVOICE -> repriceInvoice;
            case ASSIGN_STALE -> assignStale;
        };
    }
}
