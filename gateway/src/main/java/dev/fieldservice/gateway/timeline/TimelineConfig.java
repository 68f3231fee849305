package dev.fieldservice.gateway.timeline;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of the composed timeline. */
@ConfigMapping(prefix = "gateway.timeline")
public interface TimelineConfig {

    /** How long one service may take for its whole part; after that the part is named as unavailable. */
    @WithDefault("3s")
    Duration patience();

    /** Steps asked for at a time, at most 200. */
    @WithDefault("50")
    int pageSize();

    /** Pages read of one service; if there are more, its part is named as truncated. */
    @WithDefault("20")
    int pages();

    /**
     * Bytes read of all services together. Each is asked for one page; whoever has more than that when so much was read is named
     * as truncated.
     */
    @WithDefault("2M")
    MemorySize bytes();

    /** Timelines that are composed at a time, each of up to 8 MB while it is; one more is refused with 503. */
    @WithDefault("8")
    int atOnce();

    /** The same for one caller, refused with 429. */
    @WithDefault("2")
    int atOnceOfACaller();
}
