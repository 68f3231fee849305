package dev.fieldservice.gateway.apidocs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The merged description of the API. */
@ConfigMapping(prefix = "gateway.api-docs")
public interface ApiDocsConfig {

    /** Where clients reach the gateway, as the document says it. */
    @WithDefault("/")
    String serverUrl();

    /** How long a merged document is served before the services are asked again. */
    @WithDefault("30s")
    Duration refresh();

    /** How long one service may take to describe itself; after that its last known description is used. */
    @WithDefault("3s")
    Duration patience();
}
