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

    /** Largest body that is JSON, or says not what it is. Each operation has a limit of its own, at most this. */
    @WithDefault("1M")
    MemorySize maxBodySize();

    /** Largest body of any other media type: an upload. The service refuses those that the operation does not take. */
    @WithDefault("16M")
    MemorySize maxUploadSize();
}
