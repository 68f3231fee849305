package dev.fieldservice.gateway.overview;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of the overview. */
@ConfigMapping(prefix = "gateway.overview")
public interface OverviewConfig {

    /** How long one service may take to count; after that its part is named as unavailable. */
    @WithDefault("3s")
    Duration patience();
}
