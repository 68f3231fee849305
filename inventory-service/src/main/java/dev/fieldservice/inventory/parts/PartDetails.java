package dev.fieldservice.inventory.parts;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.contracts.Text;
import dev.fieldservice.contracts.codes.UnitCode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the store enters about a part. */
public record PartDetails(
        @NotBlank @Size(max = 40) @Pattern(regexp = Text.LINE) @Schema(examples = "R-449A")
        String number,

        @NotBlank @Size(max = 200) @Pattern(regexp = Text.LINE) @Schema(examples = "Agent frigorific R-449A")
        String name,

        @NotNull
        @Pattern(regexp = Quantity.UNIT)
        @UnitCode
        @Schema(
                description = "Unit code of UN/ECE Recommendation 20; stays what it is",
                minLength = 1,
                maxLength = 3,
                examples = "KGM")
        String unit,

        @NotNull @Schema(description = "Each piece has a serial number of its own")
        Boolean serialised,

        @DecimalMin("0")
        @DecimalMax("9999999.999")
        @Digits(integer = 7, fraction = 3)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                description = "Buy more when less than this is left; decimal string",
                type = SchemaType.STRING,
                maxLength = 11,
                nullable = true,
                examples = "5.000")
        BigDecimal reorderPoint,

        @Pattern(regexp = Gtin.DIGITS)
        @Schema(
                description =
                        "GTIN-8, -12, -13 or -14, as under its barcode; its own among parts that are not superseded",
                minLength = 8,
                maxLength = 14,
                nullable = true,
                examples = "5941234567899")
        String gtin,

        @Schema(nullable = true) UUID categoryId,

        @Schema(
                nullable = true,
                description =
                        "The part that takes its place, counted in the same unit: stock of this one is used up, and that one is bought")
        UUID supersededById,

        @Size(max = 20) @Schema(nullable = true, description = "Parts that do in its place, best first")
        List<@NotNull UUID> substituteIds,

        @Size(max = 20)
        @Schema(nullable = true, description = "In which it is handled beside its own unit; each of them once")
        List<@NotNull @Valid OtherUnit> otherUnits) {

    private static final int DECIMALS = 3;

    /** In the form in which it is kept. What has more decimals than are kept must have been refused. */
    PartDetails asKept() {
        return new PartDetails(
                number,
                name,
                unit,
                serialised,
                reorderPoint == null ? null : reorderPoint.setScale(DECIMALS, RoundingMode.UNNECESSARY),
                gtin == null ? null : Gtin.in14Digits(gtin),
                categoryId,
                supersededById,
                substitutes(),
                alsoHandledIn());
    }

    List<UUID> substitutes() {
        return Optional.ofNullable(substituteIds).orElse(List.of());
    }

    List<OtherUnit> alsoHandledIn() {
        return Optional.ofNullable(otherUnits).orElse(List.of());
    }
}
