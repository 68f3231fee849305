package dev.fieldservice.platform.security;

import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.TokenIntrospection;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Revocation of tokens before they end: asks the provider whether a token still counts and which roles its owner has today
 * (RFC 7662). Only what is well signed is asked about, so that nobody can make us ask with what they invent. Where the provider
 * does not answer, signature and expiry decide, as they do without a secret.
 */
@ApplicationScoped
class Revocation {

    private static final Logger LOG = Logger.getLogger(Revocation.class);

    private final TenantConfigBean tenants;
    private final TokenConfig config;
    private final Clock clock;
    private volatile Instant silentUntil = Instant.MIN;
    private volatile boolean answers = true;

    Revocation(TenantConfigBean tenants, TokenConfig config, Clock clock) {
        this.tenants = tenants;
        this.config = config;
        this.clock = clock;
    }

    /**
     * What is left of a token.
     *
     * @param roles those that are not withdrawn; empty if the token counts no more
     * @param until when it has to be found out again, however long answers are remembered
     */
    record Left(Optional<Set<String>> roles, Instant until) {}

    void warn(@Observes StartupEvent start) {
        if (config.secret().isEmpty() && LaunchMode.current() == LaunchMode.NORMAL) {
            LOG.warn("Without OIDC_SECRET nobody is asked whether tokens still count: whoever is withdrawn works until"
                    + " theirs ends");
        }
    }

    /**
     * Those of the roles that are not withdrawn. The answer may come on another thread than the question.
     *
     * @param roles that the token names
     */
    Uni<Left> rolesLeft(String token, Set<String> roles) {
        if (config.secret().isEmpty()) {
            return Uni.createFrom().item(new Left(Optional.of(roles), Instant.MAX));
        }
        Instant silent = silentUntil;
        if (clock.instant().isBefore(silent)) {
            return Uni.createFrom().item(new Left(Optional.of(roles), silent));
        }
        return Uni.createFrom()
                .deferred(
                        () -> tenants.getDefaultTenant().getOidcProviderClient().introspectAccessToken(token))
                .ifNoItem()
                .after(config.patience())
                .fail()
                .map(said -> new Left(left(said, roles), Instant.MAX))
                .invoke(() -> answers = true)
                .onFailure()
                .recoverWithItem(away -> unknown(away, roles));
    }

    private static Optional<Set<String>> left(TokenIntrospection said, Set<String> roles) {
        return said.isActive()
                ? Optional.of(today(said).filter(roles::contains).collect(Collectors.toSet()))
                : Optional.empty();
    }

    /** The provider leaves the claim out for who has no role any more. */
    private static Stream<String> today(TokenIntrospection said) {
        return Optional.ofNullable(said.getJsonObject())
                .map(answer -> answer.getJsonObject("realm_access"))
                .map((JsonObject access) -> access.getJsonArray("roles"))
                .map(JsonArray::stream)
                .orElseGet(Stream::empty)
                .map(role -> ((JsonString) role).getString());
    }

    /** Counts until it is asked again, and no longer. */
    private Left unknown(Throwable failure, Set<String> roles) {
        Instant again = clock.instant().plus(config.pause());
        silentUntil = again;
        tell(failure);
        return new Left(Optional.of(roles), again);
    }

    /** That it is away passes, and is said once for each time; that it refuses us does not pass until somebody acts. */
    private void tell(Throwable failure) {
        if (failure instanceof OIDCException refused) {
            LOG.errorf(
                    "The provider refuses to say whether tokens still count, so they do until they end; is OIDC_SECRET"
                            + " right? %s",
                    refused.getMessage());
        } else if (answers) {
            LOG.warnf("The provider does not say whether tokens still count, so they do until they end: %s", failure);
        }
        answers = false;
    }
}
