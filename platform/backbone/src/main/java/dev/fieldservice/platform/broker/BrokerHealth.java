package dev.fieldservice.platform.broker;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready while something cannot be heard from the others: the broker is away, or a consumer has not yet joined its group.
 * Commands are taken all the same: the outbox keeps what they say.
 */
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
                .standings()
                .map(known -> HealthCheckResponse.named("broker")
                        .status(consumers.topics().stream().allMatch(topic -> isHeard(known.get(topic))))
                        .build());
    }

    private static boolean isHeard(Consumers.Standing standing) {
        return standing != null && standing.isMember();
    }
}
