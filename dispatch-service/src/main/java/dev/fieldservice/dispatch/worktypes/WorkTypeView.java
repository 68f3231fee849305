package dev.fieldservice.dispatch.worktypes;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "WorkType")
public record WorkTypeView(
        UUID id,

        @Schema(description = "Of what is said here; a job says which one it began with")
        long version,

        WorkTypeLifecycle.State state,

        @Schema(nullable = true, description = "With RETIRED")
        String retiredBecause,

        String code,
        String name,
        List<ServiceType> defaultFor,
        int expectedMinutes,
        List<String> skills,
        List<PlannedPart> plannedParts,
        List<ChecklistItem> checklist,
        List<Evidence> evidence,
        boolean signatureNeeded) {

    static WorkTypeView of(WorkType t) {
        WorkTypeDetails details = t.details;
        return new WorkTypeView(
                t.id(),
                t.version(),
                t.state,
                t.retiredBecause,
                t.code,
                t.name,
                details.defaultFor(),
                details.expectedMinutes(),
                details.skills(),
                details.plannedParts(),
                details.checklist(),
                details.evidence(),
                details.signatureNeeded());
    }
}
