package dev.fieldservice.workorder.wire;

import dev.fieldservice.platform.commands.Constraints;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.enterprise.context.ApplicationScoped;

/** What the database refuses, in words. The races of this service are decided by locks before it comes to that. */
@ApplicationScoped
public class WorkOrderConstraints implements Constraints {

    @Override
    public Refusal refusal(String name) {
        return Constraints.unexpected(name);
    }
}
