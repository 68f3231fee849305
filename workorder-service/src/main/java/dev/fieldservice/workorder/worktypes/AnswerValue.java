package dev.fieldservice.workorder.worktypes;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** What was answered: one of these, the others are null. */
public record AnswerValue(
        Boolean yes,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal number,
        String text,
        String choice,
        UUID photoId) {

    /** True if this was given and nothing else was. */
    boolean isOnly(Object given) {
        return given != null
                && Stream.of(yes, number, text, choice, photoId)
                                .filter(Objects::nonNull)
                                .count()
                        == 1;
    }
}
