package dev.fieldservice.workorder.refrigerants;

import dev.fieldservice.workorder.workorders.WorkOrderChange;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A line of the log as it was recorded. */
@Schema(name = "RecordedRefrigerant")
public record RecordedRefrigerant(RefrigerantEntryView entry, WorkOrderChange workOrder) {

    static RecordedRefrigerant of(RefrigerantEntry made, WorkOrderChange order) {
        return new RecordedRefrigerant(RefrigerantEntryView.of(made), order);
    }
}
