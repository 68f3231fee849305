package dev.fieldservice.players.client;

import java.net.URI;

/** The addresses of a running system: all that its clients know of it. */
public interface Addresses {

    URI gateway();

    /** The realm at Keycloak whose tokens the services accept. */
    URI issuer();

    /** Where customers read their mail, on this machine. */
    int imapPort();

    default URI tokenEndpoint() {
        return URI.create(issuer() + "/protocol/openid-connect/token");
    }
}
