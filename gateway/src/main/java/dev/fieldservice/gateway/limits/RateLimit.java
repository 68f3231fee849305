package dev.fieldservice.gateway.limits;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.fieldservice.gateway.problems.GatewayRefusal;
import dev.fieldservice.platform.http.ProblemAnswer;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** One token bucket per caller, so that a flood from one leaves all others unharmed. Per replica of the gateway. */
@Singleton
public class RateLimit {

    private static final long NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final LimitsConfig config;
    private final LoadingCache<String, Bucket> buckets;

    public RateLimit(LimitsConfig config) {
        this.config = config;
        // Forgotten only when it would be full again, so that forgetting gives nothing away.
        Duration refill = Duration.ofSeconds(config.burst() / config.requestsPerSecond() + 1);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(config.callers())
                .expireAfterAccess(refill)
                .build(caller -> newBucket());
    }

    /** True if the exchange may go on; else it is already answered. Tells the caller where it stands either way. */
    public boolean admits(RoutingContext exchange, String caller) {
        ConsumptionProbe probe = buckets.get(caller).tryConsumeAndReturnRemaining(1);
        HttpServerResponse response = exchange.response();
        response.putHeader("RateLimit-Limit", Long.toString(config.burst()));
        response.putHeader("RateLimit-Remaining", Long.toString(probe.getRemainingTokens()));
        response.putHeader("RateLimit-Reset", seconds(probe.getNanosToWaitForReset()));
        if (!probe.isConsumed()) {
            response.putHeader("Retry-After", seconds(probe.getNanosToWaitForRefill()));
            ProblemAnswer.end(
                    exchange,
                    GatewayRefusal.RATE_LIMITED.problem(
                            "At most " + config.requestsPerSecond() + " requests a second are served"));
        }
        return probe.isConsumed();
    }

    private Bucket newBucket() {
        return Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(config.burst())
                        .refillGreedy(config.requestsPerSecond(), Duration.ofSeconds(1))
                        .build())
                .build();
    }

    private static String seconds(long nanos) {
        return Long.toString(Math.ceilDiv(nanos, NANOS_PER_SECOND));
    }
}
