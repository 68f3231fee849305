package dev.fieldservice.workorder.checklists;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.platform.problems.FieldError;
import dev.fieldservice.workorder.workorders.WorkOrder;
import dev.fieldservice.workorder.worktypes.Checklist;
import dev.fieldservice.workorder.worktypes.PhotoCounts;
import dev.fieldservice.workorder.worktypes.SignatureState;
import dev.fieldservice.workorder.worktypes.WorkType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is asked of a job, what was answered, and what is missing. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "JobChecklist", description = "What is asked of a job; nothing if it is no work of a kind that is known")
public record ChecklistView(
        @Schema(nullable = true) UUID workTypeId,

        @Schema(nullable = true, description = "The one that the job began with; the newest until then")
        Long workTypeVersion,

        @Schema(nullable = true) String name,
        List<ChecklistItemView> items,
        List<Photos> evidence,

        @Schema(description = "It has to be recorded what the customer said to the work")
        boolean signatureNeeded,

        @Schema(description = "What complete would be refused for: /checklist/<code>, /evidence/<kind>, /signature")
        List<FieldError> missing) {

    /** Photos of a kind that have to be there. */
    @Schema(name = "JobEvidence")
    public record Photos(
            String kind,
            int count,
            @Schema(description = "So many are there") int taken) {}

    private static final ChecklistView NONE =
            new ChecklistView(null, null, null, List.of(), List.of(), false, List.of());

    /** @param last how what the customer said last stands to the job */
    public static ChecklistView of(WorkOrder order, SignatureState last) {
        return order.fulfilment()
                .checklist()
                .flatMap(checklist -> checklist.known().map(type -> of(checklist, type, order, last)))
                .orElse(NONE);
    }

    private static ChecklistView of(Checklist checklist, WorkType type, WorkOrder order, SignatureState last) {
        PhotoCounts photos = order.fulfilment().photoKinds();
        return new ChecklistView(
                type.workTypeId(),
                type.workTypeVersion(),
                type.name(),
                type.checklist().stream()
                        .map(question -> ChecklistItemView.of(question, checklist))
                        .toList(),
                type.evidence().stream()
                        .map(wanted -> new Photos(wanted.kind(), wanted.count(), photos.of(wanted.kind())))
                        .toList(),
                type.signatureNeeded(),
                order.fulfilment().missing(last));
    }
}
