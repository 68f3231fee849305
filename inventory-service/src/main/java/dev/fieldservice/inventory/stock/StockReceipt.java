package dev.fieldservice.inventory.stock;

import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.contracts.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the storekeeper enters when goods come in. */
@Schema(name = "NewStockReceipt")
public record StockReceipt(
        @NotNull UUID locationId,
        @NotNull UUID partId,
        @NotNull @Valid Quantity quantity,

        @Size(min = 1, max = 100)
        @Pattern(regexp = Text.LINE)
        @Schema(nullable = true, description = "Delivery note, or whatever helps to find it again")
        String reference) {}
