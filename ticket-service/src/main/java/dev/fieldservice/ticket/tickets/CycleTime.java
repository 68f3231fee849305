package dev.fieldservice.ticket.tickets;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** From the customer's call to the closed, invoiced ticket: what the whole company is measured by. */
@ApplicationScoped
public class CycleTime {

    private final Timer timer;

    CycleTime(MeterRegistry metrics) {
        this.timer = Timer.builder("fieldservice.ticket.cycle")
                .description("From the call to the closed ticket")
                .serviceLevelObjectives(
                        Duration.ofHours(4),
                        Duration.ofHours(8),
                        Duration.ofDays(1),
                        Duration.ofDays(3),
                        Duration.ofDays(7),
                        Duration.ofDays(14),
                        Duration.ofDays(30))
                .register(metrics);
    }

    void closed(Ticket ticket, Instant at) {
        timer.record(Duration.between(ticket.createdAt, at));
    }
}
