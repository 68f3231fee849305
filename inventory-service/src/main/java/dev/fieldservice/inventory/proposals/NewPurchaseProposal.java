package dev.fieldservice.inventory.proposals;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** For which place it is proposed to buy. */
@Schema(name = "NewPurchaseProposal")
public record NewPurchaseProposal(
        @NotNull @Schema(description = "Where what is bought is to be delivered")
        UUID locationId) {}
