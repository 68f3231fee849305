package dev.fieldservice.workorder;

import dev.fieldservice.platform.testing.StatesDocument;
import dev.fieldservice.workorder.visits.VisitLifecycle;
import dev.fieldservice.workorder.workorders.WorkOrderLifecycle;
import org.junit.jupiter.api.Test;

/** What each state of this service's machines means to the other services is decided, and stands in docs/states.md. */
class StatesTest {

    @Test
    void everyOtherServiceHasDecidedAboutEveryState() {
        StatesDocument.check("Work order", "workorder", WorkOrderLifecycle.State.class);
        StatesDocument.check("Visit", "workorder", VisitLifecycle.State.class);
    }
}
