package dev.fieldservice.platform.errands;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the job queue. */
@ConfigMapping(prefix = "fieldservice.errands")
public interface ErrandConfig {

    /** How often to look for what has become due, or what another replica left behind. */
    @WithDefault("PT1S")
    Duration pollInterval();

    /**
     * How much longer than a kind's patience a replica has a job to itself, for the transactions before and after the act.
     * A job whose replica was killed waits so long.
     */
    @WithDefault("PT30S")
    Duration leaseMargin();

    /** How long what is in hand may take from the moment on in which a service is asked to stop; from then on it takes nothing up. */
    @WithDefault("PT5S")
    Duration farewell();
}
