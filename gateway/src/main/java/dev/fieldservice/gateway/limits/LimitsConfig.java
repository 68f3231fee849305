package dev.fieldservice.gateway.limits;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * What one caller may ask for. A caller is the subject of a valid token, whatever the address; without a valid token
 * it is the remote address.
 */
@ConfigMapping(prefix = "gateway.limits")
public interface LimitsConfig {

    /**
     * Requests that a caller may send each second for as long as it likes. A person with the mobile app stays below
     * ten; the default leaves room for an integration that synchronises.
     */
    @WithDefault("100")
    long requestsPerSecond();

    /** Requests that a caller who was quiet may send at once. */
    @WithDefault("200")
    long burst();

    /**
     * How many callers are remembered. Above that the one not seen for longest is forgotten, which gives it a full
     * burst again.
     */
    @WithDefault("50000")
    long callers();

    /** Largest request body: a photo of a phone's camera fits. */
    @WithDefault("12M")
    MemorySize maxBodySize();
}
