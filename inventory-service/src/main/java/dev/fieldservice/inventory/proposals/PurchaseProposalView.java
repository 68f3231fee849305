package dev.fieldservice.inventory.proposals;

import dev.fieldservice.inventory.proposals.PurchaseProposalLifecycle.State;
import dev.fieldservice.platform.offers.Offers;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "PurchaseProposal")
public record PurchaseProposalView(
        UUID id,
        State state,

        @Offers("/v1/purchase-proposals/{id}")
        @Schema(description = "The commands that the caller may give now, as they stand in the URL")
        List<String> allowedCommands,

        @Schema(description = "Where what is bought is to be delivered")
        UUID locationId,

        Instant madeAt,

        @Schema(description = "In the order of the parts' numbers; of more, the first 500", maxItems = 500)
        List<ProposedPart> lines,

        @Schema(description = "The purchase orders that were drafted of it", maxItems = 500)
        List<UUID> purchaseOrderIds) {

    static PurchaseProposalView of(PurchaseProposal p) {
        return new PurchaseProposalView(
                p.id(),
                p.state,
                PurchaseProposalLifecycle.TABLE.words(p.state),
                p.locationId,
                p.madeAt,
                p.lines.items(),
                p.orders.ids());
    }
}
