package dev.fieldservice.inventory.parts;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
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
        BigDecimal reorderPoint) {

    static PartView of(Part p) {
        return new PartView(p.id(), p.number, p.name, p.unit, p.serialised, p.reorderPoint);
    }
}
