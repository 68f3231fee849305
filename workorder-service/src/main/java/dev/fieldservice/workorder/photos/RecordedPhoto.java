package dev.fieldservice.workorder.photos;

import dev.fieldservice.workorder.workorders.WorkOrderChange;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A photo as it was recorded. */
@Schema(name = "RecordedPhoto")
public record RecordedPhoto(PhotoView photo, WorkOrderChange workOrder) {

    static RecordedPhoto of(Photo made, WorkOrderChange order) {
        return new RecordedPhoto(PhotoView.of(made), order);
    }
}
