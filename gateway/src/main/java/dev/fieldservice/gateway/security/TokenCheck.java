package dev.fieldservice.gateway.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who sends this request. The gateway only turns away early: every service checks the token again, and what the
 * caller may see or do is for the services alone to decide.
 */
@Singleton
public class TokenCheck {

    private static final Caller NOBODY = new Caller.Unknown("");

    private final Cache<String, Caller.Known> remembered;
    private final Clock clock;

    public TokenCheck(TokenConfig config, Clock clock) {
        this.remembered = Caffeine.newBuilder()
                .maximumSize(config.most())
                .expireAfterWrite(config.remembered())
                .build();
        this.clock = clock;
    }

    /** Never fails: what the check could not decide is an outcome too. */
    public Uni<Caller> caller(RoutingContext exchange) {
        String authorization = exchange.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            return Uni.createFrom().item(NOBODY);
        }
        Caller.Known known = remembered.getIfPresent(authorization);
        if (known != null && clock.instant().isBefore(known.until())) {
            return Uni.createFrom().item(known);
        }
        // Quarkus would answer a bad token by itself, with an empty body; here every refusal is a problem document.
        exchange.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
        return QuarkusHttpUser.getSecurityIdentity(exchange, null)
                .map(identity -> caller(identity, authorization))
                .onFailure(AuthenticationFailedException.class)
                .recoverWithItem(refused -> new Caller.Unknown("invalid_token"))
                .onFailure()
                .recoverWithItem(Caller.Undecided::new);
    }

    private Caller caller(SecurityIdentity identity, String authorization) {
        if (identity == null
                || identity.isAnonymous()
                || !(identity.getPrincipal() instanceof JsonWebToken token)
                || token.getSubject() == null) {
            return NOBODY;
        }
        var known = new Caller.Known(token.getSubject(), Instant.ofEpochSecond(token.getExpirationTime()));
        remembered.put(authorization, known);
        return known;
    }
}
