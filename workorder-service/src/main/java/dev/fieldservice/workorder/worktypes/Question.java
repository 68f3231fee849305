package dev.fieldservice.workorder.worktypes;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.problems.Refused;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A question of a checklist, as dispatch has told it.
 *
 * @param unit of a number; null for a plain one
 * @param least null if there is no such limit, as {@code most}
 * @param outOfLimits null if there are no limits
 * @param choices null unless one of them is the answer
 */
public record Question(
        String code,
        String question,
        Kind kind,
        boolean required,
        String unit,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal least,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal most,
        OutOfLimits outOfLimits,
        List<String> choices) {

    /** How it is answered. */
    @Schema(name = "QuestionKind")
    public enum Kind {
        YES_NO,
        NUMBER,
        TEXT,
        CHOICE,
        PHOTO
    }

    /** What becomes of a number outside the limits. */
    @Schema(name = "NumberOutOfLimits")
    public enum OutOfLimits {
        REFUSED,
        MARKED
    }

    /** Refused with 422 where it is no answer to this. */
    public Answer answered(AnswerValue value, UUID technicianId, String technicianName, Instant at) {
        boolean isMarked = marks(value);
        return new Answer(code, value, words(value), isMarked, technicianId, technicianName, at);
    }

    /** Says whether it lies outside the limits and is taken all the same. */
    private boolean marks(AnswerValue value) {
        require(value);
        boolean isOutside = kind == Kind.NUMBER && isOutside(value.number());
        if (isOutside && outOfLimits != OutOfLimits.MARKED) {
            throw Refusal.RuleViolated.at("/number", "out-of-limits", "Expected is " + limits() + ".");
        }
        return isOutside;
    }

    private void require(AnswerValue value) {
        boolean isGiven = value.isOnly(
                switch (kind) {
                    case YES_NO -> value.yes();
                    case NUMBER -> value.number();
                    case TEXT -> value.text();
                    case CHOICE -> value.choice();
                    case PHOTO -> value.photoId();
                });
        if (!isGiven) {
            throw unfit("/" + field(), "This is answered with " + field() + " and with nothing else.");
        }
        if (kind == Kind.CHOICE && !choices.contains(value.choice())) {
            throw unfit("/choice", "One of these is expected: " + String.join(", ", choices) + ".");
        }
    }

    private static Refused unfit(String pointer, String detail) {
        return Refusal.RuleViolated.at(pointer, "unfit-answer", detail);
    }

    private String field() {
        return switch (kind) {
            case YES_NO -> "yes";
            case NUMBER -> "number";
            case TEXT -> "text";
            case CHOICE -> "choice";
            case PHOTO -> "photoId";
        };
    }

    private boolean isOutside(BigDecimal number) {
        return least != null && number.compareTo(least) < 0 || most != null && number.compareTo(most) > 0;
    }

    private String limits() {
        String from = least == null ? "" : "at least " + inUnit(least);
        String to = most == null ? "" : "at most " + inUnit(most);
        return from + (from.isEmpty() || to.isEmpty() ? "" : " and ") + to;
    }

    private String inUnit(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString() + (unit == null ? "" : " " + unit);
    }

    /** For people who read it. */
    private String words(AnswerValue value) {
        return switch (kind) {
            case YES_NO -> value.yes() ? "yes" : "no";
            case NUMBER -> inUnit(value.number());
            case TEXT -> value.text();
            case CHOICE -> value.choice();
            case PHOTO -> "photo " + value.photoId();
        };
    }
}
