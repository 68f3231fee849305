package dev.fieldservice.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The check of Quarkus, which says who a token speaks for, and its answer remembered for a while: people send the same
 * token with every request for minutes, and checking it was a tenth of what creating a ticket cost (docs/speed.md).
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class RememberedTokens implements HttpAuthenticationMechanism {

    private final OidcAuthenticationMechanism check;
    private final Cache<String, Known> remembered;
    private final Clock clock;

    public RememberedTokens(OidcAuthenticationMechanism check, TokenConfig config, Clock clock) {
        this.check = check;
        this.remembered = Caffeine.newBuilder()
                .maximumSize(config.most())
                .expireAfterWrite(config.remembered())
                .build();
        this.clock = clock;
    }

    private record Known(SecurityIdentity identity, Instant until) {}

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext exchange, IdentityProviderManager providers) {
        String authorization = exchange.request().getHeader(HttpHeaders.AUTHORIZATION);
        Known known = authorization == null ? null : remembered.getIfPresent(authorization);
        if (known != null && clock.instant().isBefore(known.until())) {
            return Uni.createFrom().item(known.identity());
        }
        return check.authenticate(exchange, providers)
                .onItem()
                .ifNotNull()
                .transform(identity -> remember(authorization, identity));
    }

    /** Who it is and which roles they have, and nothing else: what the check returns holds on to the request it came by. */
    private SecurityIdentity remember(String authorization, SecurityIdentity checked) {
        if (!(checked.getPrincipal() instanceof JsonWebToken token)) {
            throw new AuthenticationFailedException();
        }
        SecurityIdentity identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(token)
                .addRoles(checked.getRoles())
                .addAttribute(Caller.ATTRIBUTE, Caller.of(token, checked.getRoles()))
                .build();
        remembered.put(authorization, new Known(identity, Instant.ofEpochSecond(token.getExpirationTime())));
        return identity;
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext exchange) {
        return check.getChallenge(exchange);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return check.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext exchange) {
        return check.getCredentialTransport(exchange);
    }

    @Override
    public int getPriority() {
        return check.getPriority() + 1;
    }
}
