package dev.fieldservice.gateway.security;

import dev.fieldservice.platform.security.Caller;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/**
 * The token check: who sends this request. The gateway only turns away early: every service checks the token again, and what
 * the caller may see or do is for the services alone to decide.
 */
@Singleton
public class TokenCheck {

    private static final Sender NOBODY = new Sender.Unknown("");

    /** Never fails: what the check could not decide is an outcome too. */
    public Uni<Sender> sender(RoutingContext exchange) {
        if (exchange.request().getHeader(HttpHeaders.AUTHORIZATION) == null) {
            return Uni.createFrom().item(NOBODY);
        }
        // Quarkus would answer a bad token by itself, with an empty body; here every refusal is a problem document.
        exchange.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
        return QuarkusHttpUser.getSecurityIdentity(exchange, null)
                .map(TokenCheck::sender)
                .onFailure(AuthenticationFailedException.class)
                .recoverWithItem(refused -> new Sender.Unknown("invalid_token"))
                .onFailure()
                .recoverWithItem(Sender.Undecided::new);
    }

    private static Sender sender(SecurityIdentity identity) {
        Caller caller = identity == null ? null : identity.getAttribute(Caller.ATTRIBUTE);
        return caller == null ? NOBODY : new Sender.Known(caller.id().toString());
    }
}
