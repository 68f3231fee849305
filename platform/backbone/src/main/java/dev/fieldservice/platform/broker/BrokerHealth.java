package dev.fieldservice.platform.broker;

import dev.fieldservice.platform.inbox.Channel;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Readiness of the Kafka consumer: not ready while something cannot be heard from the others: the broker is away, or the
 * consumer has not yet joined its group. Commands are taken all the same: the outbox keeps what they say.
 */
@Readiness
@ApplicationScoped
public class BrokerHealth implements AsyncHealthCheck {

    private final Channel channel;
    private final Consumers consumers;

    public BrokerHealth(Channel channel, Consumers consumers) {
        this.channel = channel;
        this.consumers = consumers;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return isHearing()
                .map(isUp -> HealthCheckResponse.named("broker").status(isUp).build());
    }

    private Uni<Boolean> isHearing() {
        return channel.isOpen()
                ? consumers
                        .standing()
                        .map(known -> known.map(Consumers.Standing::isMember).orElse(false))
                : Uni.createFrom().item(true);
    }
}
