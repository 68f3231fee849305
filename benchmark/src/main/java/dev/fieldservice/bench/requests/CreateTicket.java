package dev.fieldservice.bench.requests;

import dev.fieldservice.bench.figures.Figure;
import dev.fieldservice.bench.measure.Effort;
import dev.fieldservice.bench.measure.Finding;
import dev.fieldservice.bench.stack.Stack;
import dev.fieldservice.local.Service;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.company.Customer;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A command: token, validation, idempotency, state, history, outbox; one transaction. */
public final class CreateTicket implements Figure {

    private static final int CONNECTIONS = 16;

    @Override
    public String id() {
        return "P1";
    }

    /** Dispatch would make an order of each ticket, on the same processor; that is another figure. */
    @Override
    public Set<Service> needs() {
        return EnumSet.of(Service.TICKET, Service.GATEWAY);
    }

    @Override
    public List<Finding> measure(Stack stack, Effort effort) {
        var api = stack.gateway();
        var ticket = Customer.registered(api).ticket();
        var create = Office.of(stack, "p1")
                .share(CONNECTIONS, player -> api.command(player, "/v1/tickets", "each its own", ticket));
        var bound = stack.bound("P1-create-ticket", Service.TICKET, () -> api.post(Player.DANA, "/v1/tickets", ticket));
        var compared = stack.against(bound, effort, create);
        return List.of(Finding.atLeast(
                0.60,
                "create a ticket through the gateway, 16 connections",
                compared,
                Finding.format("%.0f/s against %.0f/s", compared.medianOurs(), compared.medianBound()),
                bound.description()));
    }
}
