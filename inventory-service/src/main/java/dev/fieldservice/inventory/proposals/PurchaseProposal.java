package dev.fieldservice.inventory.proposals;

import dev.fieldservice.inventory.proposals.PurchaseProposalLifecycle.Command;
import dev.fieldservice.inventory.proposals.PurchaseProposalLifecycle.State;
import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What should be bought, as it was found at a moment: it stays as it was, whatever becomes of the stock. */
@Entity
public class PurchaseProposal extends Aggregate {

    /** What was found. */
    record Lines(List<ProposedPart> items) {}

    /** What was made of it. */
    record Orders(List<UUID> ids) {}

    @Enumerated(EnumType.STRING)
    State state;

    UUID locationId;
    Instant madeAt;

    @JdbcTypeCode(SqlTypes.JSON)
    Lines lines;

    @JdbcTypeCode(SqlTypes.JSON)
    Orders orders;

    protected PurchaseProposal() {}

    static PurchaseProposal of(UUID location, List<ProposedPart> found, By by) {
        PurchaseProposal proposal = new PurchaseProposal();
        proposal.id = Ids.next();
        proposal.state = State.PROPOSED;
        proposal.locationId = location;
        proposal.madeAt = by.at();
        proposal.lines = new Lines(found);
        proposal.orders = new Orders(List.of());
        proposal.note("PURCHASE_PROPOSED", by, by.at(), found.size() + " parts");
        return proposal;
    }

    void accept(By by) {
        state = move(PurchaseProposalLifecycle.TABLE, state, Command.ACCEPT, by, by.at(), null);
    }

    /** Drafts were made of it. */
    void became(List<UUID> made) {
        orders = new Orders(made);
    }

    void discard(String reason, By by) {
        state = move(PurchaseProposalLifecycle.TABLE, state, Command.DISCARD, by, by.at(), reason);
    }

    @Override
    public String kind() {
        return "purchase-proposal";
    }

    @Override
    public UUID correlationId() {
        return null;
    }
}
