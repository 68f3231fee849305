package dev.fieldservice.inventory.replenishment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.LocalTime;
import java.time.ZoneId;

/** When it is proposed to fill up the vans. */
@ConfigMapping(prefix = "fieldservice.replenishment")
public interface ReplenishmentConfig {

    /** In the evening, by the clock of the zone. */
    @WithDefault("18:00")
    LocalTime at();

    /** The zone of the store. */
    @WithDefault("Europe/Bucharest")
    ZoneId zone();
}
