package dev.fieldservice.workorder.checklists;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.workorder.worktypes.Checklist;
import dev.fieldservice.workorder.worktypes.Question;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "JobChecklistItem")
public record ChecklistItemView(
        String code,
        String question,
        Question.Kind kind,
        boolean required,

        @Schema(nullable = true, description = "Of a number: unit code of UN/ECE Recommendation 20")
        String unit,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(type = SchemaType.STRING, nullable = true, description = "A number is not less; decimal string")
        BigDecimal least,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(type = SchemaType.STRING, nullable = true, description = "A number is not more; decimal string")
        BigDecimal most,

        @Schema(nullable = true, description = "Whether a number outside the limits is refused, or taken and marked")
        Question.OutOfLimits outOfLimits,

        @Schema(nullable = true) List<String> choices,

        @Schema(nullable = true, description = "The one that stands; those before it are in the history")
        AnswerView answer) {

    static ChecklistItemView of(Question q, Checklist checklist) {
        return new ChecklistItemView(
                q.code(),
                q.question(),
                q.kind(),
                q.required(),
                q.unit(),
                q.least(),
                q.most(),
                q.outOfLimits(),
                q.choices(),
                checklist.answer(q.code()).map(AnswerView::of).orElse(null));
    }
}
