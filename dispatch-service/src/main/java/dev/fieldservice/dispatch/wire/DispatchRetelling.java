package dev.fieldservice.dispatch.wire;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.dispatch.worktypes.WorkType;
import dev.fieldservice.platform.retelling.Retelling;
import dev.fieldservice.platform.retelling.Tellings;
import jakarta.enterprise.context.ApplicationScoped;

/** The table of events that can be replayed: a row for each event that carries a state. */
@ApplicationScoped
public class DispatchRetelling implements Retelling {

    @Override
    public Tellings tellings() {
        return Tellings.table().on(Topics.WORK_TYPE_DEFINED, WorkType.class, (type, by) -> type.tell());
    }
}
