package dev.fieldservice.platform.memory;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * How much memory what clients send and fetch may hold at a time. The defaults fit a heap of 192 MB: while a request is being
 * carried out it costs up to four times what it counts.
 */
@ConfigMapping(prefix = "fieldservice.memory")
public interface MemoryConfig {

    /**
     * All requests in flight together. Each counts 8 KiB and its body, an upload 128 KiB as it is written to disk while it
     * comes, until the client has taken the answer, and what of the answer waits for the client. What is beyond is refused with
     * 503 before it is read; answers that wait may fill it twice, then one more has its connection closed.
     */
    @WithDefault("16M")
    MemorySize requests();

    /** The same for one caller, refused with 429: 40 bodies of the usual limit, or 380 requests without a body. */
    @WithDefault("3M")
    MemorySize requestsOfACaller();

    /** How long a client may take for the head of a request over HTTP/1.x; then its connection is closed. */
    @WithDefault("10s")
    Duration headPatience();

    /**
     * All lists that are taken at a time, beside other requests: room for one of the longest that any operation takes. What is beyond is
     * refused, with 429 where it is one caller who sends so much, else with 503.
     */
    @WithDefault("9M")
    MemorySize lists();

    /**
     * How long a body that is kept in memory may take from its first to its last byte, and how often the pace of an upload is
     * looked at: less than 1 KiB a second is too slow. Then 408.
     */
    @WithDefault("60s")
    Duration bodyPatience();

    /** How often the pace of an answer that waits is looked at: a client that takes less than 1 KiB a second is hung up on. */
    @WithDefault("30s")
    Duration answerPatience();
}
