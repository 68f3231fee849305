package dev.fieldservice.workorder;

import static dev.fieldservice.platform.testing.Events.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Contracts;
import dev.fieldservice.platform.testing.Events;
import java.time.Instant;
import java.util.Map;

/** Nobody wants the work any more. */
final class CalledOff {

    static final String WHY = "Clientul l-a reparat singur";

    private CalledOff() {}

    /** The ticket of this job was cancelled then, which is known from now on. */
    static void of(Job job, Instant when) {
        Events.publish(
                Topics.TICKET_CHANGED,
                job.ticket(),
                Contracts.sample(
                        Topics.TICKET_CHANGED,
                        Map.of(
                                "ticketId",
                                job.ticket(),
                                "ticketVersion",
                                9,
                                "state",
                                "CANCELLED",
                                "work",
                                "CALLED_OFF",
                                "reason",
                                WHY,
                                "changedAt",
                                when.toString())));
        eventually(() -> assertThat(Tables.count("work_order where called_off is not null and id = '" + job.id() + "'"))
                .isOne());
    }
}
