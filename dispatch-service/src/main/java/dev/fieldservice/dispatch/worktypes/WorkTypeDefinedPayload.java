package dev.fieldservice.dispatch.worktypes;

import java.util.List;
import java.util.UUID;

/** {@code work-type-defined} v1: the whole of it. */
public record WorkTypeDefinedPayload(
        UUID workTypeId,
        long workTypeVersion,
        String code,
        String name,
        List<ServiceType> defaultFor,
        int expectedMinutes,
        List<String> skills,
        List<PlannedPart> plannedParts,
        List<ChecklistItem> checklist,
        List<Evidence> evidence,
        boolean signatureNeeded,
        boolean retired) {

    public static WorkTypeDefinedPayload of(WorkTypeEvent.Defined event) {
        WorkTypeDetails details = event.details();
        return new WorkTypeDefinedPayload(
                event.workType().id(),
                event.workType().version(),
                details.code(),
                details.name(),
                details.defaultFor(),
                details.expectedMinutes(),
                details.skills(),
                details.plannedParts(),
                details.checklist(),
                details.evidence(),
                details.signatureNeeded(),
                event.retired());
    }
}
