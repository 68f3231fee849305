package dev.fieldservice.inventory.parts;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Part")
public record PartView(
        UUID id,
        String number,
        String name,

        @Schema(description = "Unit code of UN/ECE Recommendation 20")
        String unit,

        boolean serialised,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING, nullable = true)
        BigDecimal reorderPoint,

        @Schema(nullable = true, description = "In 14 digits, with zeros on the left")
        String gtin,

        @Schema(nullable = true) UUID categoryId,

        @Schema(nullable = true, description = "The part that takes its place")
        UUID supersededById,

        @Schema(
                nullable = true,
                description =
                        "Of one that is superseded: the last of those that superseded one another, which is bought")
        UUID currentPartId,

        @Schema(
                nullable = true,
                description = "Parts that do in its place, best first; absent where there are none",
                maxItems = 20)
        List<UUID> substituteIds,

        @Schema(
                nullable = true,
                description = "In which it is handled beside its own unit; absent where there are none",
                maxItems = 20)
        List<OtherUnit> otherUnits) {

    static PartView of(Part p) {
        return new PartView(
                p.id(),
                p.number,
                p.name,
                p.unit,
                p.serialised,
                p.reorderPoint,
                p.gtin,
                p.categoryId,
                p.supersededById,
                p.currentPartId,
                p.substituteIds.length == 0 ? null : List.of(p.substituteIds),
                p.otherUnits == null ? null : p.otherUnits.items());
    }
}
