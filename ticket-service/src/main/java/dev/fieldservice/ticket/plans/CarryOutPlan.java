package dev.fieldservice.ticket.plans;

import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.errands.InTransaction;
import dev.fieldservice.platform.errands.Next;
import dev.fieldservice.platform.errands.Policy;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/**
 * The job that makes the tickets of a plan: one ticket in each transaction. There is one job for each turn of a plan; one of an older
 * turn does nothing. It is never given up, because nobody would write it anew.
 */
@ApplicationScoped
public class CarryOutPlan implements InTransaction<CarryOutPlan.Which> {

    /** Which plan, as its days came then. */
    public record Which(UUID planId, int turn) {}

    private final PlanRounds rounds;

    CarryOutPlan(PlanRounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public Class<Which> content() {
        return Which.class;
    }

    @Override
    public Policy policy() {
        return new Policy(2, Duration.ofSeconds(30), Duration.ofSeconds(5), Integer.MAX_VALUE, Policy.Repetition.NONE);
    }

    @Override
    public Uni<Next> carryOut(Tx tx, Errand<Which> errand) {
        Which which = errand.content();
        return tx.load(MaintenancePlan.class, which.planId())
                .chain(plan -> plan.turn == which.turn()
                        ? rounds.go(tx, plan)
                        : Uni.createFrom().item(Next.done()));
    }
}
