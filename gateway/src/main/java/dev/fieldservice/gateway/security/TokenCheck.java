package dev.fieldservice.gateway.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who sends this request. The gateway only turns away early: every service checks the token again, and what the
 * caller may see or do is for the services alone to decide.
 */
@Singleton
public class TokenCheck {

    /** Never fails: what the check could not decide is an outcome too. */
    public Uni<Caller> caller(RoutingContext exchange) {
        // Quarkus would answer a bad token by itself, with an empty body; here every refusal is a problem document.
        exchange.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
        return QuarkusHttpUser.getSecurityIdentity(exchange, null)
                .map(TokenCheck::of)
                .onFailure(AuthenticationFailedException.class)
                .recoverWithItem(refused -> new Caller.Unknown("invalid_token"))
                .onFailure()
                .recoverWithItem(Caller.Undecided::new);
    }

    private static Caller of(SecurityIdentity identity) {
        return identity != null
                        && !identity.isAnonymous()
                        && identity.getPrincipal() instanceof JsonWebToken token
                        && token.getSubject() != null
                ? new Caller.Known(token.getSubject())
                : new Caller.Unknown("");
    }
}
