package dev.fieldservice.gateway.limits;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

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

    /** So much of a body is held until it is whole; a longer one is streamed to the service from there on. */
    @WithDefault("64K")
    MemorySize heldBody();

    /** All bodies that are held at a time; what would need more is refused with 503. */
    @WithDefault("32M")
    MemorySize heldBodies();

    /** Requests of a caller that may be under way at a time; a fraction of the connections to a service. */
    @WithDefault("32")
    int atOnce();

    /** Of these, reads that a service is asked at a time and has not begun to answer; the others wait for their turn. */
    @WithDefault("4")
    int askedAtOnce();

    /** How long a client may take from its first byte to its last for a body that is held. */
    @WithDefault("60s")
    Duration heldPatience();

    /** How often the pace of what is streamed is looked at. */
    @WithDefault("10s")
    Duration patience();

    /**
     * Bytes a second that a streamed body must come with, and an answer must be taken with; what is slower at two looks one
     * after the other is broken off.
     */
    @WithDefault("2K")
    MemorySize pace();
}
