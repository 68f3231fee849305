package dev.fieldservice.workorder;

import static dev.fieldservice.platform.testing.Events.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.Contracts;
import dev.fieldservice.platform.testing.Events;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** The kind of work of the tests: pressure, tightness, gas and plate are asked for, a photo of what was done, and the signature. */
record LeakTest(UUID id) {

    static LeakTest defined() {
        LeakTest type = new LeakTest(Ids.next());
        type.isDefined(1, event -> {});
        return type;
    }

    void isDefined(int version, Consumer<ObjectNode> details) {
        ObjectNode event = (ObjectNode)
                Contracts.sample(Topics.WORK_TYPE_DEFINED, Map.of("workTypeId", id, "workTypeVersion", version));
        details.accept(event);
        Events.publish(Topics.WORK_TYPE_DEFINED, id, event);
        eventually(() -> assertThat(Tables.count(
                        "known_work_type where work_type_id = '" + id + "' and work_type_version >= " + version))
                .isOne());
    }

    /** On the technician's phone. */
    Job givenTo(Worker technician) {
        Job job = Job.of(technician);
        give(job, 1);
        job.awaitOnPhone();
        return job;
    }

    void give(Job job, int assignmentVersion) {
        ObjectNode event = (ObjectNode) job.assigned(job.appointment(), assignmentVersion, job.technician());
        event.put("workTypeId", id.toString());
        Events.publish(Topics.ORDER_ASSIGNED, job.id(), event);
    }
}
