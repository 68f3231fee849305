package dev.fieldservice.bench.requests;

import dev.fieldservice.bench.cycle.BusyCompany;
import dev.fieldservice.bench.figures.Figure;
import dev.fieldservice.bench.measure.Effort;
import dev.fieldservice.bench.measure.Finding;
import dev.fieldservice.bench.stack.Stack;
import dev.fieldservice.local.Service;
import dev.fieldservice.players.cycle.Cycle;
import dev.fieldservice.players.cycle.PartsUsed;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A read: token, ownership, the work order with all that belongs to it, entity tag. */
public final class ReadWorkOrder implements Figure {

    private static final int CONNECTIONS = 16;

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
        var company = BusyCompany.open(stack, "p2", 1);
        var technician = company.company().technicians().getFirst();
        var job = company.begin(technician);
        new PartsUsed().play(job);
        job.play(Cycle.RECORDS);
        var bound = stack.bound(
                "P2-read-work-order",
                Service.WORKORDER,
                () -> company.api().read(technician.person(), job.workOrder()));
        var read = Office.of(stack, "p2-office")
                .share(CONNECTIONS, player -> company.api().call("GET", player, job.workOrder()));
        var compared = stack.against(bound, effort, read);
        return List.of(Finding.atLeast(
                        0.50,
                        "read a work order with all that belongs to it, 16 connections",
                        compared,
                        Finding.format("%.0f/s against %.0f/s", compared.medianOurs(), compared.medianBound()),
                        bound.description())
                .keeping("read.cpu-ms", compared.medianCpuMicros() / 1_000)
                .keeping("read.bound-per-second", compared.medianBound()));
    }
}
