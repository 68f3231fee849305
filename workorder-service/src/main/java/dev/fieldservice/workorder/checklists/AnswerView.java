package dev.fieldservice.workorder.checklists;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.workorder.worktypes.Answer;
import dev.fieldservice.workorder.worktypes.AnswerValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "JobAnswer")
public record AnswerView(
        @Schema(nullable = true) Boolean yes,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(type = SchemaType.STRING, nullable = true, description = "Decimal string")
        BigDecimal number,

        @Schema(nullable = true) String text,
        @Schema(nullable = true) String choice,
        @Schema(nullable = true) UUID photoId,

        @Schema(description = "It lies outside the limits, and was taken all the same")
        boolean outOfLimits,

        UUID technicianId,
        String technicianName,
        @Schema(description = "By the device's clock") Instant answeredAt) {

    static AnswerView of(Answer a) {
        AnswerValue value = a.value();
        return new AnswerView(
                value.yes(),
                value.number(),
                value.text(),
                value.choice(),
                value.photoId(),
                a.outOfLimits(),
                a.technicianId(),
                a.technicianName(),
                a.answeredAt());
    }
}
