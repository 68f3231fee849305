package dev.fieldservice.inventory.replenishment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.LocalTime;

/** When it is proposed to fill up the vans. */
@ConfigMapping(prefix = "fieldservice.replenishment")
public interface ReplenishmentConfig {

    /** In the evening, by the company's clock. */
    @WithDefault("18:00")
    LocalTime at();
}
