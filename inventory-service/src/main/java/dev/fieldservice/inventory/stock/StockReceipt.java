package dev.fieldservice.inventory.stock;

import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.contracts.Text;
import dev.fieldservice.contracts.UnitPrice;
import dev.fieldservice.inventory.parts.Part;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the storekeeper enters when goods come in. */
@Schema(name = "NewStockReceipt")
public record StockReceipt(
        @NotNull UUID locationId,
        @NotNull UUID partId,

        @NotNull @Valid @Schema(description = "In the part's unit, or in another in which it is handled")
        Quantity quantity,

        @Size(min = 1, max = 200)
        @Pattern(regexp = Text.LINE)
        @Schema(nullable = true, description = "Who delivered it", examples = "Frigotehnica SA")
        String supplier,

        @Schema(nullable = true, description = "Which of our suppliers that is; without it, the one of that name")
        UUID supplierId,

        @Size(min = 1, max = 100)
        @Pattern(regexp = Text.LINE)
        @Schema(
                nullable = true,
                description = "Number of the supplier's delivery note; of one note a part is received once",
                examples = "AV 4471")
        String reference,

        @Size(min = 1, max = 1000)
        @Pattern(regexp = Text.LINES)
        @Schema(nullable = true, description = "Why the part is received from the same delivery note again")
        String repeatReason,

        @Size(min = 1, max = 1000)
        @Pattern(regexp = Text.LINES)
        @Schema(
                nullable = true,
                description =
                        "Why pieces come in that are in a customer's machine by what was recorded: they were taken back;"
                                + " it stands in the history of each",
                examples = "Demontat și preluat înapoi în garanție")
        String returnReason,

        @Schema(
                nullable = true,
                description =
                        "What one of the part's own unit cost, in the company's currency; without it, as much as those that are there on average")
        UnitPrice unitCost,

        @Size(max = 200)
        @Schema(
                nullable = true,
                description = "Of a serialised part: the serial number of each piece, and of nothing else")
        List<@NotBlank @Size(max = 100) @Pattern(regexp = Text.LINE) String> serials,

        @Size(max = 40)
        @Schema(nullable = true, description = "In which it came, or some of it; each holds some of the quantity")
        List<@NotNull @Valid ReceivedContainer> containers) {

    /** The same, in the unit in which the part is counted. */
    StockReceipt counted(Part part) {
        return new StockReceipt(
                locationId,
                partId,
                part.counted(quantity, "/quantity"),
                supplier,
                supplierId,
                reference,
                repeatReason,
                returnReason,
                unitCost,
                serials,
                IntStream.range(0, contained().size())
                        .mapToObj(at -> contained().get(at).counted(part, "/containers/" + at))
                        .toList());
    }

    /** The same, of a supplier whom we know. */
    StockReceipt of(UUID known, String name) {
        return new StockReceipt(
                locationId,
                partId,
                quantity,
                Optional.ofNullable(supplier).orElse(name),
                known,
                reference,
                repeatReason,
                returnReason,
                unitCost,
                serials,
                containers);
    }

    public List<ReceivedContainer> contained() {
        return Optional.ofNullable(containers).orElse(List.of());
    }

    List<String> pieces() {
        return Optional.ofNullable(serials).orElse(List.of());
    }
}
