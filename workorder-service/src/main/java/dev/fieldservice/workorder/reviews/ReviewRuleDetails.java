package dev.fieldservice.workorder.reviews;

import dev.fieldservice.contracts.Text;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.workorder.workorders.ExaminedBy;
import dev.fieldservice.workorder.workorders.Examiner;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the administrator says about who examines which jobs. */
public record ReviewRuleDetails(
        @NotNull
        @Min(1)
        @Max(10_000)
        @Schema(
                description =
                        "Of the rules that fit a job the one at the lowest position decides, of several there the oldest")
        Integer position,

        @NotBlank @Size(max = 200) @Pattern(regexp = Text.LINE) @Schema(examples = "Instalări, peste patru ore")
        String name,

        @Size(max = 20)
        @Schema(
                nullable = true,
                enumeration = {"REPAIR", "MAINTENANCE", "INSTALLATION", "INSPECTION"},
                description = "This kind of work only")
        @Pattern(regexp = "^(REPAIR|MAINTENANCE|INSTALLATION|INSPECTION)$")
        String serviceType,

        @Schema(nullable = true, description = "Jobs of this work type only")
        UUID workTypeId,

        @Schema(nullable = true, description = "This customer's jobs only")
        UUID customerId,

        @Schema(nullable = true, description = "Sites in this territory only, as it was drawn when the order was made")
        UUID territoryId,

        @Min(1)
        @Max(100_000)
        @Schema(nullable = true, description = "Jobs only on which so many minutes of labour were recorded, or more")
        Integer labourMinutesFrom,

        @Min(1) @Max(1000) @Schema(nullable = true, description = "Jobs only on which so many parts were used, or more")
        Integer partsFrom,

        @Min(1)
        @Max(100)
        @Schema(
                nullable = true,
                description =
                        "Of the jobs that fit so many in a hundred, drawn by their ids; the others go on to the next"
                                + " rule. All if absent")
        Integer samplePercent,

        @NotNull
        @Schema(
                description =
                        "NOBODY: a job that is COMPLETE closes by itself when the customer has signed exactly what was done")
        ExaminedBy examinedBy,

        @Schema(nullable = true, description = "With DESIGNATED: the subject of a supervisor's access token")
        UUID reviewerId,

        @Size(min = 1, max = 200) @Pattern(regexp = Text.LINE) @Schema(nullable = true, description = "With DESIGNATED")
        String reviewerName,

        @Schema(nullable = true, description = "May examine it as well; with DESIGNATED")
        UUID deputyId,

        @Size(min = 1, max = 200) @Pattern(regexp = Text.LINE) @Schema(nullable = true, description = "With deputyId")
        String deputyName) {

    /** Whoever is designated has a name, and nobody is where nobody needs to be. */
    void requireConsistent() {
        boolean isDesignated = examinedBy == ExaminedBy.DESIGNATED;
        require(isDesignated == (reviewerId != null), "/reviewerId");
        require(isDesignated == (reviewerName != null), "/reviewerName");
        require(isDesignated || deputyId == null, "/deputyId");
        require((deputyId == null) == (deputyName == null), "/deputyName");
    }

    Examiner reviewer() {
        return reviewerId == null ? null : new Examiner(reviewerId, reviewerName);
    }

    Examiner deputy() {
        return deputyId == null ? null : new Examiner(deputyId, deputyName);
    }

    private static void require(boolean holds, String pointer) {
        if (!holds) {
            throw Refusal.Invalid.field(
                            pointer,
                            "does-not-fit-examined-by",
                            "DESIGNATED comes with a reviewer, and with a deputy if there is one, each with a name; the"
                                    + " others with neither.")
                    .refused();
        }
    }
}
