package dev.fieldservice.platform.health;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while nothing can be heard from the others. Commands are taken all the same: the outbox keeps what they say. */
@Readiness
@ApplicationScoped
public class BrokerHealth implements AsyncHealthCheck {

    private final Consumers consumers;

    public BrokerHealth(Consumers consumers) {
        this.consumers = consumers;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return consumers
                .lag()
                .map(known -> HealthCheckResponse.named("broker")
                        .status(known.keySet().containsAll(consumers.topics()))
                        .build());
    }
}
