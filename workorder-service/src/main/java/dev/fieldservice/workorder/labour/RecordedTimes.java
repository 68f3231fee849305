package dev.fieldservice.workorder.labour;

import dev.fieldservice.workorder.workorders.WorkOrderChange;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Several stretches of time as they were recorded. */
@Schema(name = "RecordedTimeEntries")
public record RecordedTimes(List<TimeEntryView> timeEntries, WorkOrderChange workOrder) {

    static RecordedTimes of(List<TimeEntry> made, WorkOrderChange order) {
        return new RecordedTimes(made.stream().map(TimeEntryView::of).toList(), order);
    }
}
