package dev.fieldservice.platform.links;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Size;
import java.time.Duration;

/** How links to the files of other services are signed. */
@ConfigMapping(prefix = "fieldservice.links")
public interface LinksConfig {

    /** Secret, and the same in all services that make or take links. There is no default: without it none of them starts. */
    @Size(min = 32)
    String key();

    /** How long a link opens what it leads to. */
    @WithDefault("PT10M")
    Duration life();
}
