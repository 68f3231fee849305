package dev.fieldservice.workorder.overview;

import dev.fieldservice.workorder.workorders.WorkOrder;
import dev.fieldservice.workorder.worktypes.Checklist;
import dev.fieldservice.workorder.worktypes.SignatureState;
import dev.fieldservice.workorder.worktypes.WorkType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a job is with what its kind of work asks for. */
@Schema(name = "JobChecklistSummary")
public record ChecklistSummary(
        UUID workTypeId,
        String name,

        @Schema(description = "How many questions there are")
        int questions,

        @Schema(description = "How many of them are answered")
        int answered,

        @Schema(description = "How many things are missing before it is complete: answers, photos, the signature")
        int missing) {

    /**
     * Empty for a job of no kind in particular.
     *
     * @param last how what the customer said last stands to the job
     */
    public static Optional<ChecklistSummary> of(WorkOrder order, SignatureState last) {
        return order.fulfilment()
                .checklist()
                .flatMap(checklist -> checklist.known().map(type -> of(checklist, type, order, last)));
    }

    private static ChecklistSummary of(Checklist checklist, WorkType type, WorkOrder order, SignatureState last) {
        return new ChecklistSummary(
                type.workTypeId(),
                type.name(),
                type.checklist().size(),
                checklist.answers().size(),
                order.fulfilment().missing(last).size());
    }
}
