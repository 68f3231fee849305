package dev.fieldservice.workorder.labour;

import dev.fieldservice.workorder.workorders.WorkOrderChange;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Time as it was recorded. */
@Schema(name = "RecordedTimeEntry")
public record RecordedTime(TimeEntryView timeEntry, WorkOrderChange workOrder) {

    static RecordedTime of(TimeEntry made, WorkOrderChange order) {
        return new RecordedTime(TimeEntryView.of(made), order);
    }
}
