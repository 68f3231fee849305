package dev.fieldservice.billing.wire;

import dev.fieldservice.billing.billables.BillingCases;
import dev.fieldservice.billing.billables.ClosedJob;
import dev.fieldservice.billing.billables.CoverageTold;
import dev.fieldservice.billing.billables.TicketAsked;
import dev.fieldservice.billing.billables.TicketTold;
import dev.fieldservice.billing.company.CompanyChanged;
import dev.fieldservice.billing.costs.JobCosts;
import dev.fieldservice.billing.costs.PartUsageCosted;
import dev.fieldservice.billing.costs.UsageCosts;
import dev.fieldservice.billing.customers.KnownCustomer;
import dev.fieldservice.billing.pricing.CompanyTold;
import dev.fieldservice.billing.pricing.PartConsumers;
import dev.fieldservice.billing.usages.PartsConsumed;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.inbox.Handlers;
import dev.fieldservice.platform.inbox.Listening;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The table of message handlers: a row for each event and version from other services. */
@ApplicationScoped
public class BillingListening implements Listening {

    private final BillingCases cases;
    private final JobCosts costs;
    private final UsageCosts usageCosts;
    private final CompanyTold company;

    public BillingListening(BillingCases cases, JobCosts costs, UsageCosts usageCosts, CompanyTold company) {
        this.cases = cases;
        this.costs = costs;
        this.usageCosts = usageCosts;
        this.company = company;
    }

    @Override
    public Handlers handlers() {
        return Handlers.table()
                .on(Topics.TICKET_CREATED, 1, TicketAsked.class, cases::asked)
                .on(Topics.TICKET_CHANGED, 1, TicketTold.class, this::told)
                .on(Topics.PARTS_CONSUMED, 1, PartsConsumed.class, cases::hear)
                .on(Topics.JOB_CLOSED, 1, ClosedJob.class, this::closed)
                .on(Topics.COVERAGE_DECIDED, 1, CoverageTold.class, cases::cover)
                .on(Topics.PART_REGISTERED, 1, PartConsumers.PartRegistered.class, PartConsumers::keep)
                .on(Topics.PART_USAGE_COSTED, 1, PartUsageCosted.class, usageCosts::keep)
                .on(Topics.COMPANY_CHANGED, 1, CompanyChanged.class, company::keep)
                .on(Topics.CUSTOMER_CHANGED, 1, KnownCustomer.Changed.class, cases::keep);
    }

    private Uni<Void> told(Tx tx, TicketTold ticket) {
        return cases.follow(tx, ticket).chain(() -> costs.follow(tx, ticket));
    }

    private Uni<Void> closed(Tx tx, ClosedJob job) {
        return cases.close(tx, job).chain(() -> costs.close(tx, job));
    }
}
