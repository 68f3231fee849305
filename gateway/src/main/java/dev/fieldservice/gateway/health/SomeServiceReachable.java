package dev.fieldservice.gateway.health;

import dev.fieldservice.gateway.routing.Service;
import dev.fieldservice.gateway.routing.Upstreams;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Readiness of the services behind: not ready once none at all can be reached. A service that is down shows here but does not
 * make the gateway unready: the others can still be reached through it, and a readiness that follows the weakest would turn
 * one outage into an outage of everything. Requests to it are answered with 502, 503 or 504 and {@code Retry-After}.
 */
@Readiness
@Singleton
public class SomeServiceReachable implements AsyncHealthCheck {

    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    /** Anyone may ask for our health; nobody may thereby make us ask the services as often as he likes. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Upstreams upstreams;
    private Uni<HealthCheckResponse> answer = Uni.createFrom().nothing();
    private long askedAt;

    public SomeServiceReachable(Upstreams upstreams) {
        this.upstreams = upstreams;
        this.askedAt = System.nanoTime() - FRESH.toNanos();
    }

    @Override
    public synchronized Uni<HealthCheckResponse> call() {
        if (System.nanoTime() - askedAt >= FRESH.toNanos()) {
            askedAt = System.nanoTime();
            answer = ask().memoize().indefinitely();
        }
        return answer;
    }

    private Uni<HealthCheckResponse> ask() {
        List<Uni<Boolean>> answers =
                Arrays.stream(Service.values()).map(this::answers).toList();
        return Uni.join().all(answers).andFailFast().map(SomeServiceReachable::response);
    }

    /** Any answer will do: what it says about itself is its own readiness and not ours. */
    private Uni<Boolean> answers(Service service) {
        return upstreams
                .get(service, "/q/health/live", PATIENCE)
                .map(any -> true)
                .onFailure()
                .recoverWithItem(false);
    }

    private static HealthCheckResponse response(List<Boolean> reachable) {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("services").status(reachable.contains(true));
        for (Service service : Service.values()) {
            response.withData(service.fullName(), reachable.get(service.ordinal()));
        }
        return response.build();
    }
}
