package dev.fieldservice.dispatch.delays;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How messages to customers are sent. */
@ConfigMapping(prefix = "fieldservice.notices")
public interface NoticeConfig {

    /** How long one attempt may take. */
    @WithDefault("PT60S")
    Duration patience();

    /** After this an attempt that left no result, because the service died, is made again. Longer than the patience. */
    @WithDefault("PT120S")
    Duration lease();

    /** Wait after the first attempt that failed; doubled each time. */
    @WithDefault("PT5S")
    Duration firstWait();

    /** After so many attempts the message is given up and shown as failed. */
    @WithDefault("12")
    int attempts();
}
