package dev.fieldservice.gateway.entrance;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Which web pages may use the API from a browser (CORS). */
@ConfigMapping(prefix = "gateway.cors")
public interface CorsConfig {

    /**
     * Scheme, host and port of each, such as {@code https://console.example.com}; {@code http://localhost:*} is any port. None
     * by default: a page of another origin is then not let in by the browser.
     */
    Optional<Set<String>> origins();

    /** How long a browser need not ask again. */
    @WithDefault("1h")
    Duration maxAge();
}
