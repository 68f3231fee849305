package dev.fieldservice.workorder.parts;

import dev.fieldservice.workorder.workorders.WorkOrderChange;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part as it was recorded, or the counter-entry that takes one back. */
@Schema(name = "RecordedPartUsage")
public record RecordedUsage(PartUsageView usage, WorkOrderChange workOrder) {

    static RecordedUsage of(PartUsage made, WorkOrderChange order) {
        return new RecordedUsage(PartUsageView.of(made), order);
    }
}
