package dev.fieldservice.platform.phones;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How telephone numbers are read. */
@ConfigMapping(prefix = "fieldservice.phones")
public interface PhoneConfig {

    /** Country (ISO 3166-1 alpha-2) of a number without country code, where nothing nearer is known. */
    @WithDefault("RO")
    String country();
}
