package dev.fieldservice.platform.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much of the database one caller may have. */
@ConfigMapping(prefix = "fieldservice.database")
public interface DatabaseConfig {

    /** Connections that the requests of a caller may use at a time; about a third of what there are. */
    @WithDefault("5")
    int connectionsOfACaller();

    /** Requests of a caller that may wait for the caller's own; one more is refused with 429. The gateway lets 32 through. */
    @WithDefault("128")
    int waitingOfACaller();
}
