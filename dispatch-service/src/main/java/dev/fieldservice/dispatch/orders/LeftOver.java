package dev.fieldservice.dispatch.orders;

import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.dispatch.worktypes.PlannedPart;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the last visit left for the one that is to follow, as the technicians said. */
@Schema(
        name = "LeftOver",
        description = "What is left for the visit that is to follow, as the technician said at the end of the last one")
public record LeftOver(
        List<String> leftOpen,

        @Schema(description = "Taken along on the next visit, unless somebody says which parts are")
        List<NeededPart> partsNeeded) {

    static final LeftOver NOTHING = new LeftOver(List.of(), List.of());

    /** A part without which the rest cannot be done. */
    @Schema(name = "NeededPart", description = "A part without which the rest cannot be done")
    public record NeededPart(UUID partId, String partNumber, String partName, Quantity quantity) {}

    List<PlannedPart> plannedParts() {
        return partsNeeded.stream()
                .map(part -> new PlannedPart(part.partId(), part.quantity()))
                .toList();
    }
}
