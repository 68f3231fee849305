package dev.fieldservice.platform.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Liveness of the outbox relay: its thread survives every fault but its own end; without it nothing that is committed here is
 * ever sent.
 */
@Liveness
@ApplicationScoped
public class RelayAlive implements HealthCheck {

    private final OutboxRelay relay;

    public RelayAlive(OutboxRelay relay) {
        this.relay = relay;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("outbox relay runs")
                .status(relay.isAlive())
                .build();
    }
}
