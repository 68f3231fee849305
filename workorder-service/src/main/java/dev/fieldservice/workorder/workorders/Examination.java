package dev.fieldservice.workorder.workorders;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.platform.aggregates.By;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is to examine a completed job, as the rules said when it was; a rule that is changed later changes nothing of it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Examination", description = "Who is to examine the job, as the rules said when it was completed")
public record Examination(
        ExaminedBy examinedBy,

        @Schema(nullable = true, description = "The rule that decided; absent where none fits")
        UUID ruleId,

        @Schema(nullable = true) String ruleName,
        @Schema(nullable = true) Examiner reviewer,
        @Schema(nullable = true) Examiner deputy,

        @Schema(nullable = true, description = "It has waited too long: any supervisor may examine it since then")
        Instant openedAt) {

    /** No rule fits. */
    public static Examination byAnySupervisor() {
        return new Examination(ExaminedBy.ANY_SUPERVISOR, null, null, null, null, null);
    }

    /** Somebody has looked at it and found fault: a person looks at it again. */
    Examination afterFault() {
        return examinedBy == ExaminedBy.NOBODY
                ? new Examination(ExaminedBy.ANY_SUPERVISOR, ruleId, ruleName, null, null, null)
                : this;
    }

    public boolean wasOpened() {
        return openedAt != null;
    }

    Examination opened(By by) {
        return new Examination(examinedBy, ruleId, ruleName, reviewer, deputy, by.at());
    }

    /** Says whether it is this supervisor's to examine, who had no part in the work. */
    boolean isFor(UUID supervisor, List<UUID> involved) {
        return wasOpened()
                || designated().map(Examiner::id).anyMatch(supervisor::equals)
                || designated().map(Examiner::id).allMatch(involved::contains);
    }

    /** For people who read the history. */
    String words() {
        return Stream.concat(
                        Stream.of(ruleName),
                        Stream.concat(Stream.of(examinedBy.name()), designated().map(Examiner::name)))
                .collect(Collectors.joining(", "));
    }

    /** For whoever is not one of them. */
    String names() {
        return designated().map(Examiner::name).collect(Collectors.joining(" or "));
    }

    private Stream<Examiner> designated() {
        return Stream.of(reviewer, deputy).filter(Objects::nonNull);
    }
}
