package dev.fieldservice.ticket.coverage;

import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.ticket.contracts.Agreement;
import dev.fieldservice.ticket.contracts.Agreements;
import dev.fieldservice.ticket.contracts.Allowance.Unit;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides what is covered of closed jobs. */
public final class CoverageDecisions {

    private CoverageDecisions() {}

    /** Whoever calls holds the lock of the ticket. @param agreement null if it is under nothing, and nothing is decided */
    public static Uni<Void> decide(Tx tx, Agreement agreement, JobReport job) {
        if (agreement == null) {
            return Uni.createFrom().voidItem();
        }
        return tx.session()
                .createSelectionQuery("from CoverageDecision where ticketId = :ticket", CoverageDecision.class)
                .setParameter("ticket", job.ticketId())
                .getResultList()
                .chain(ofTicket -> Agreements.usable(tx, job.ticketId(), agreement)
                        .chain(usable -> decide(tx, agreement, job, ofTicket, usable)));
    }

    private static Uni<Void> decide(
            Tx tx, Agreement agreement, JobReport job, List<CoverageDecision> ofTicket, Map<Unit, BigDecimal> usable) {
        Optional<CoverageDecision> before = ofTicket.stream()
                .filter(each -> each.id().equals(job.orderId()))
                .findFirst();
        if (before.filter(known -> known.closureNumber >= job.closureNumber()).isPresent()) {
            return Uni.createFrom().voidItem();
        }
        Map<Unit, BigDecimal> elsewhere = usedBesides(ofTicket, job);
        CoverageRules.Decided decided = CoverageRules.decide(agreement, job, usable, elsewhere);
        Map<Unit, BigDecimal> all = new EnumMap<>(Unit.class);
        all.putAll(elsewhere);
        decided.used().forEach((unit, amount) -> all.merge(unit, amount, BigDecimal::add));
        CoverageDecision decision = before.orElseGet(() -> CoverageDecision.of(job));
        decision.decide(job, agreement, decided, tx.by());
        return keep(tx, decision, before.isEmpty()).chain(() -> Agreements.settle(tx, job.ticketId(), agreement, all));
    }

    private static Uni<Void> keep(Tx tx, CoverageDecision decision, boolean isNew) {
        if (isNew) {
            return tx.add(decision).replaceWithVoid();
        }
        tx.watch(decision);
        return Uni.createFrom().voidItem();
    }

    private static Map<Unit, BigDecimal> usedBesides(List<CoverageDecision> ofTicket, JobReport job) {
        Map<Unit, BigDecimal> sum = new EnumMap<>(Unit.class);
        ofTicket.stream()
                .filter(each -> !each.id().equals(job.orderId()))
                .forEach(each ->
                        each.used.amounts().forEach((unit, amount) -> sum.merge(unit, amount, BigDecimal::add)));
        return sum;
    }
}
