package dev.fieldservice.inventory.counts;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.fieldservice.contracts.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody found on the shelf. What is entered again replaces what was entered before, unless it is more of it. */
public record CountedParts(@NotEmpty @Size(max = 30) List<@NotNull @Valid Line> lines) {

    /** Of one part, in the unit in which it is counted. */
    @Schema(name = "CountedPart")
    public record Line(
            @NotNull @Schema(description = "May be one that nobody expected there")
            UUID partId,

            @NotNull
            @DecimalMin("0")
            @DecimalMax("999999.999")
            @Digits(integer = 6, fraction = 3)
            @JsonFormat(shape = JsonFormat.Shape.STRING)
            @Schema(
                    description = "How much is there now; decimal string, 0 for nothing",
                    type = SchemaType.STRING,
                    maxLength = 10,
                    examples = "12.000")
            BigDecimal counted,

            @Size(max = 75) @Schema(nullable = true, description = "Of a serialised part: of each piece")
            List<@NotBlank @Size(max = 100) @Pattern(regexp = Text.LINE) String> serials,

            @Schema(
                    nullable = true,
                    description =
                            "True where this is there beside what was entered of the part before, as the next pieces"
                                    + " of many; it is added to that")
            Boolean more) {

        List<String> pieces() {
            return Optional.ofNullable(serials).orElse(List.of());
        }
    }
}
