package dev.fieldservice.bench.requests;

import dev.fieldservice.bench.Effort;
import dev.fieldservice.bench.Figure;
import dev.fieldservice.bench.Finding;
import dev.fieldservice.bench.cycle.Company;
import dev.fieldservice.bench.cycle.Job;
import dev.fieldservice.bench.stack.Stack;
import dev.fieldservice.local.Service;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A read: token, ownership, the work order with all that belongs to it, entity tag. */
public final class ReadWorkOrder implements Figure {

    @Override
    public String id() {
        return "P2";
    }

    @Override
    public Set<Service> needs() {
        return EnumSet.allOf(Service.class);
    }

    @Override
    public List<Finding> measure(Stack stack, Effort effort) {
        var company = Company.open(stack);
        var technician = company.hire(stack, "p2", 1).getFirst();
        var job = Job.begin(company, technician.person());
        job.partUsed();
        job.partUsed();
        job.paperwork();
        var bound = stack.bound(
                "P2-read-work-order", Service.WORKORDER, () -> company.api().read(job.technician(), job.path("")));
        var read = company.api().call("GET", job.technician(), job.path(""));
        var compared = stack.against(bound, CreateTicket.CONNECTIONS, effort, read);
        return List.of(Finding.atLeast(
                0.50,
                "read a work order with all that belongs to it, 16 connections",
                compared,
                Finding.format("%.0f/s against %.0f/s", compared.medianOurs(), compared.medianBound()),
                bound.description()));
    }
}
