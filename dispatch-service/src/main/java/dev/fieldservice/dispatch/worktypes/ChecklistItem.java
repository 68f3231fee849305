package dev.fieldservice.dispatch.worktypes;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.contracts.Text;
import dev.fieldservice.contracts.codes.UnitCode;
import dev.fieldservice.platform.problems.Refusal;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A question that is answered on site. Its code stays what it is from version to version, its words may change. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A question that is answered on site")
public record ChecklistItem(
        @NotBlank
        @Size(max = 40)
        @Pattern(regexp = CODE)
        @Schema(description = "Stays what it is from version to version", examples = "leak-test-pressure")
        String code,

        @NotBlank @Size(max = 200) @Pattern(regexp = Text.LINE) @Schema(examples = "Presiunea la proba de etanșeitate")
        String question,

        @NotNull AnswerKind kind,

        @NotNull @Schema(description = "The job is not complete without an answer")
        Boolean required,

        @Pattern(regexp = Quantity.UNIT)
        @UnitCode
        @Schema(
                description = "With NUMBER: unit code of UN/ECE Recommendation 20; a plain number without",
                minLength = 1,
                maxLength = 3,
                nullable = true,
                examples = "BAR")
        String unit,

        @DecimalMin("-9999999.999")
        @DecimalMax("9999999.999")
        @Digits(integer = 7, fraction = 3)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                description = "With NUMBER: not less than this; decimal string",
                type = SchemaType.STRING,
                pattern = "^-?\\d{1,7}([.]\\d{1,3})?$",
                maxLength = 12,
                nullable = true,
                examples = "0.000")
        BigDecimal least,

        @DecimalMin("-9999999.999")
        @DecimalMax("9999999.999")
        @Digits(integer = 7, fraction = 3)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                description = "With NUMBER: not more than this; decimal string",
                type = SchemaType.STRING,
                pattern = "^-?\\d{1,7}([.]\\d{1,3})?$",
                maxLength = 12,
                nullable = true,
                examples = "40.000")
        BigDecimal most,

        @Schema(
                nullable = true,
                description = "With least or most: whether a number outside is refused, as it is without this, or"
                        + " taken and marked")
        OutOfLimits outOfLimits,

        @Size(min = 2, max = 10) @Schema(nullable = true, description = "With CHOICE: one of these is the answer")
        List<@NotBlank @Size(max = 40) @Pattern(regexp = Text.LINE) String> choices) {

    static final String CODE = "^[a-z0-9]+(-[a-z0-9]+)*$";

    private static final int DECIMALS = 3;

    /** As it is kept. Refused with 422 where something does not belong to this kind of answer. */
    ChecklistItem read(String pointer) {
        boolean isNumber = kind == AnswerKind.NUMBER;
        require(isNumber || unit == null, pointer + "/unit");
        require(isNumber || least == null, pointer + "/least");
        require(isNumber || most == null, pointer + "/most");
        require(least != null || most != null || outOfLimits == null, pointer + "/outOfLimits");
        require((kind == AnswerKind.CHOICE) == (choices != null), pointer + "/choices");
        if (least != null && most != null && least.compareTo(most) > 0) {
            throw Refusal.RuleViolated.at(pointer + "/most", "limits-crossed", "Most must not be less than least.");
        }
        boolean isLimited = least != null || most != null;
        return new ChecklistItem(
                code,
                question,
                kind,
                required,
                unit,
                exact(least),
                exact(most),
                isLimited && outOfLimits == null ? OutOfLimits.REFUSED : outOfLimits,
                choices == null ? null : choices.stream().distinct().toList());
    }

    private static void require(boolean fits, String pointer) {
        if (!fits) {
            throw Refusal.RuleViolated.at(
                    pointer,
                    "does-not-fit-kind",
                    "NUMBER comes with unit and limits where there are any, CHOICE with choices, the others with neither.");
        }
    }

    private static BigDecimal exact(BigDecimal limit) {
        return limit == null ? null : limit.setScale(DECIMALS, RoundingMode.UNNECESSARY);
    }
}
