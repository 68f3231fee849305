package dev.fieldservice.platform.security;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How tokens are checked, beyond what {@code quarkus.oidc} says. */
@ConfigMapping(prefix = "fieldservice.tokens")
public interface TokenConfig {

    /**
     * How long a token that was found valid is not checked again, never beyond its own expiry; zero to check every time. A
     * signing key, a person or a role that is withdrawn counts for this much longer.
     */
    @WithDefault("20s")
    Duration remembered();

    /**
     * The secret with which the provider is asked whether a token still counts. Without it nobody is asked, and who is
     * withdrawn works until their token ends.
     */
    Optional<String> secret();

    /** How long the provider may take to answer; after that its signature and its expiry decide about a token. */
    @WithDefault("1s")
    Duration patience();

    /** How long a provider that did not answer is not asked again, and signature and expiry decide. */
    @WithDefault("5s")
    Duration pause();

    /** The memory for tokens that are remembered, about 8 KB each. */
    @WithDefault("16M")
    MemorySize most();
}
