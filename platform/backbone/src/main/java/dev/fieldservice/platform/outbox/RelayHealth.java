package dev.fieldservice.platform.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Readiness of the outbox relay: not ready while what is committed here cannot reach the others. */
@Readiness
@ApplicationScoped
public class RelayHealth implements HealthCheck {

    private final OutboxRelay relay;

    public RelayHealth(OutboxRelay relay) {
        this.relay = relay;
    }

    @Override
    public HealthCheckResponse call() {
        String fault = relay.fault();
        return fault.isEmpty()
                ? HealthCheckResponse.up("outbox relay")
                : HealthCheckResponse.named("outbox relay")
                        .down()
                        .withData("fault", fault)
                        .build();
    }
}
