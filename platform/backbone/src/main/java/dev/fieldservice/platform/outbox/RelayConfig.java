package dev.fieldservice.platform.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the outbox relay. */
@ConfigMapping(prefix = "fieldservice.relay")
public interface RelayConfig {

    /** Off where Debezium reads the outbox instead. */
    @WithDefault("true")
    boolean enabled();

    /** How many rows are sent and deleted in one transaction. */
    @WithDefault("500")
    int batchSize();

    /** How often to look for rows that another replica wrote, which cannot wake this one. */
    @WithDefault("PT0.25S")
    Duration pollInterval();

    /** How long the broker may take to acknowledge a batch before it is rolled back and sent again. */
    @WithDefault("PT15S")
    Duration deliveryTimeout();

    /** How long it may take for the last rows when the service stops; what is left then is for another replica, or the next start. */
    @WithDefault("PT1.5S")
    Duration farewell();
}
