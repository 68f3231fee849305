package dev.fieldservice.inventory.proposals;

import dev.fieldservice.inventory.proposals.PurchaseProposalLifecycle.State;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A proposal as it stands in a list. */
@Schema(name = "PurchaseProposalSummary")
public record PurchaseProposalSummary(
        UUID id,
        State state,
        UUID locationId,
        Instant madeAt,

        @Schema(description = "Of how many parts there is too little")
        int parts) {

    static PurchaseProposalSummary of(PurchaseProposal p) {
        return new PurchaseProposalSummary(
                p.id(), p.state, p.locationId, p.madeAt, p.lines.items().size());
    }
}
