package dev.fieldservice.ticket.contracts;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.Text;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A clause of a contract or a warranty: how much of what the customer does not pay. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CoverageClause")
public record Clause(
        @NotBlank
        @Size(max = 1000)
        @Pattern(regexp = Text.LINES)
        @Schema(description = "As the line of the invoice names it", examples = "Art. 5.2: manopera inclusă")
        String clause,

        @Size(min = 1, max = 3) @Schema(nullable = true, description = "Parts, labour and travel if absent")
        List<@NotNull CoverageKind> kinds,

        @NotNull
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("100")
        @Digits(integer = 3, fraction = 2)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                type = SchemaType.STRING,
                description = "How much of it is covered; decimal string with up to two decimals",
                maxLength = 6,
                examples = "100.00")
        BigDecimal percent) {

    public boolean isAbout(CoverageKind kind) {
        return kinds == null || kinds.contains(kind);
    }
}
