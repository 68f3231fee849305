package dev.fieldservice.workorder.signatures;

import dev.fieldservice.workorder.workorders.WorkOrderChange;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the customer said, as it was recorded. */
@Schema(name = "RecordedSignature")
public record RecordedSignature(SignatureView signature, WorkOrderChange workOrder) {

    static RecordedSignature of(Signature made, WorkOrderChange order) {
        return new RecordedSignature(SignatureView.justMade(made), order);
    }
}
