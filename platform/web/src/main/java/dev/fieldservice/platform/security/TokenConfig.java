package dev.fieldservice.platform.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How tokens are checked, beyond what {@code quarkus.oidc} says. */
@ConfigMapping(prefix = "fieldservice.tokens")
public interface TokenConfig {

    /**
     * How long a token that was found valid is not checked again, never beyond its own expiry; zero to check every time. A
     * signing key that is withdrawn counts for this much longer.
     */
    @WithDefault("30s")
    Duration remembered();

    /** How many tokens are remembered. */
    @WithDefault("10000")
    long most();
}
