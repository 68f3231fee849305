package dev.fieldservice.dispatch.workdays;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.ZoneId;

/** The company's day. */
@ConfigMapping(prefix = "fieldservice.work-day")
public interface WorkDayConfig {

    /** IANA time zone in which a technician's day begins and ends. */
    @WithDefault("Europe/Bucharest")
    ZoneId timeZone();
}
