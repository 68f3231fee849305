package dev.fieldservice.workorder.checklists;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.fieldservice.contracts.Text;
import dev.fieldservice.workorder.worktypes.AnswerValue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to one question: whichever of the fields the question takes. */
@Schema(name = "NewAnswer")
public record NewAnswer(
        @NotBlank
        @Size(max = 40)
        @Pattern(regexp = "^[a-z0-9]+(-[a-z0-9]+)*$")
        @Schema(description = "The code of the question", examples = "leak-test-pressure")
        String itemCode,

        @Schema(nullable = true, description = "To YES_NO") Boolean yes,

        @DecimalMin("-9999999.999")
        @DecimalMax("9999999.999")
        @Digits(integer = 7, fraction = 3)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                description = "To NUMBER, in the unit of the question; decimal string",
                type = SchemaType.STRING,
                pattern = "^-?\\d{1,7}([.]\\d{1,3})?$",
                maxLength = 12,
                nullable = true,
                examples = "38.500")
        BigDecimal number,

        @Size(min = 1, max = 500) @Pattern(regexp = Text.LINES) @Schema(nullable = true, description = "To TEXT")
        String text,

        @Size(min = 1, max = 40) @Pattern(regexp = Text.LINE) @Schema(nullable = true, description = "To CHOICE")
        String choice,

        @Schema(nullable = true, description = "To PHOTO: a photo of this job")
        UUID photoId,

        @Schema(nullable = true, description = "By the device's clock; the server's if absent")
        Instant answeredAt) {

    private static final int DECIMALS = 3;

    AnswerValue value() {
        return new AnswerValue(
                yes,
                number == null ? null : number.setScale(DECIMALS, RoundingMode.UNNECESSARY),
                text,
                choice,
                photoId);
    }
}
