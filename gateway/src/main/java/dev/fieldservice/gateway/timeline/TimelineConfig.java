package dev.fieldservice.gateway.timeline;

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
    @WithDefault("200")
    int pageSize();

    /** Pages read of one service; if there are more, its part is named as truncated. */
    @WithDefault("5")
    int pages();
}
