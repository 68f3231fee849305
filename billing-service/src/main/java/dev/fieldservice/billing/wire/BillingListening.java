package dev.fieldservice.billing.wire;

import dev.fieldservice.billing.billables.BillingCases;
import dev.fieldservice.billing.billables.ClosedJob;
import dev.fieldservice.billing.company.CompanyChanged;
import dev.fieldservice.billing.company.CompanyConsumers;
import dev.fieldservice.billing.pricing.PartConsumers;
import dev.fieldservice.billing.usages.PartsConsumed;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.inbox.Handlers;
import dev.fieldservice.platform.inbox.Listening;
import jakarta.enterprise.context.ApplicationScoped;

/** What is heard from the other services: a row for each event and version. */
@ApplicationScoped
public class BillingListening implements Listening {

    private final BillingCases cases;

    public BillingListening(BillingCases cases) {
        this.cases = cases;
    }

    @Override
    public Handlers handlers() {
        return Handlers.table()
                .on(Topics.PARTS_CONSUMED, 1, PartsConsumed.class, cases::hear)
                .on(Topics.JOB_CLOSED, 1, ClosedJob.class, cases::close)
                .on(Topics.PART_REGISTERED, 1, PartConsumers.PartRegistered.class, PartConsumers::keep)
                .on(Topics.COMPANY_CHANGED, 1, CompanyChanged.class, CompanyConsumers::keep);
    }
}
