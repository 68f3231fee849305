package dev.fieldservice.inventory.stock;

import dev.fieldservice.contracts.Money;
import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.contracts.Text;
import dev.fieldservice.inventory.parts.Part;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A container that came with a receipt: one that is known, or a new one, which is registered by it. */
@Schema(name = "ReceivedContainer")
public record ReceivedContainer(
        @NotBlank @Size(max = 100) @Pattern(regexp = Text.LINE) @Schema(examples = "CIL-0471")
        String number,

        @NotNull @Valid @Schema(description = "How much of what is received is in it")
        Quantity quantity,

        @Valid @Schema(nullable = true, description = "Of a new one: what it weighs empty")
        Quantity tare,

        @Valid @Schema(nullable = true, description = "Of a new one: how much of the part may be in it")
        Quantity capacity,

        @Schema(nullable = true, description = "Of a new one: whose it is; absent for the company's own")
        UUID supplierId,

        @Valid @Schema(nullable = true, description = "Of a new one: what was paid for it until it is returned")
        Money deposit) {

    /** The same, in the unit in which the part is counted. */
    ReceivedContainer counted(Part part, String pointer) {
        return new ReceivedContainer(
                number, part.counted(quantity, pointer + "/quantity"), tare, capacity, supplierId, deposit);
    }
}
