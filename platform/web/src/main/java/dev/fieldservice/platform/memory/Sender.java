package dev.fieldservice.platform.memory;

import dev.fieldservice.platform.security.Caller;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;

/** Whose request it is: the user's whom the token names, whatever the address; without a token whoever is at the address. */
public final class Sender {

    private Sender() {}

    public static String of(RoutingContext exchange) {
        return exchange.user() instanceof QuarkusHttpUser user
                        && user.getSecurityIdentity().getAttribute(Caller.ATTRIBUTE) instanceof Caller caller
                ? caller.id().toString()
                : exchange.request().remoteAddress().hostAddress();
    }
}
