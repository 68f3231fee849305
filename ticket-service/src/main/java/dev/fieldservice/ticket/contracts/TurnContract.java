package dev.fieldservice.ticket.contracts;

import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.errands.InTransaction;
import dev.fieldservice.platform.errands.Next;
import dev.fieldservice.platform.errands.Policy;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The job that renews or ends a contract after its last day. */
@ApplicationScoped
public class TurnContract implements InTransaction<TurnContract.Which> {

    /** The contract. */
    public record Which(UUID contractId) {}

    private final Contracts contracts;

    public TurnContract(Contracts contracts) {
        this.contracts = contracts;
    }

    @Override
    public Class<Which> content() {
        return Which.class;
    }

    @Override
    public Policy policy() {
        return Policy.usual();
    }

    @Override
    public Uni<Next> carryOut(Tx tx, Errand<Which> errand) {
        return contracts.turn(tx, errand.content().contractId()).replaceWith(Next::done);
    }
}
