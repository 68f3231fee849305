package dev.fieldservice.workorder.reviews;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.workorder.workorders.ExaminedBy;
import dev.fieldservice.workorder.workorders.Examiner;
import dev.fieldservice.workorder.workorders.Reversal;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ReviewRule")
public record ReviewRuleView(
        UUID id,
        int position,
        String name,

        @Schema(
                nullable = true,
                enumeration = {"REPAIR", "MAINTENANCE", "INSTALLATION", "INSPECTION"})
        String serviceType,

        @Schema(nullable = true) UUID workTypeId,
        @Schema(nullable = true) UUID customerId,
        @Schema(nullable = true) UUID territoryId,
        @Schema(nullable = true) Integer labourMinutesFrom,
        @Schema(nullable = true) Integer partsFrom,
        int samplePercent,
        ExaminedBy examinedBy,
        @Schema(nullable = true) UUID reviewerId,
        @Schema(nullable = true) String reviewerName,
        @Schema(nullable = true) UUID deputyId,
        @Schema(nullable = true) String deputyName,

        @Schema(nullable = true, description = "Once it was taken out of force")
        Reversal withdrawal) {

    static ReviewRuleView of(ReviewRule r) {
        Optional<Examiner> reviewer = Optional.ofNullable(r.reviewer);
        Optional<Examiner> deputy = Optional.ofNullable(r.deputy);
        return new ReviewRuleView(
                r.id(),
                r.position,
                r.name,
                r.serviceType,
                r.workTypeId,
                r.customerId,
                r.territoryId,
                r.labourMinutesFrom,
                r.partsFrom,
                r.samplePercent,
                r.examinedBy,
                reviewer.map(Examiner::id).orElse(null),
                reviewer.map(Examiner::name).orElse(null),
                deputy.map(Examiner::id).orElse(null),
                deputy.map(Examiner::name).orElse(null),
                r.withdrawal);
    }
}
