package dev.fieldservice.platform.security;

import io.quarkus.security.AuthenticationFailedException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who is calling, as the verified token says.
 *
 * @param id the token's {@code sub}
 * @param name for people to read in histories
 * @param roles realm roles
 */
public record Caller(UUID id, String name, Set<String> roles) {

    private static final UUID NOBODY = new UUID(0, 0);

    /** The attribute of the security identity that holds the caller. */
    public static final String ATTRIBUTE = "caller";

    /** Fails as not authenticated if the subject is none of ours. */
    static Caller of(JsonWebToken token, Set<String> roles) {
        try {
            UUID id = UUID.fromString(String.valueOf(token.getSubject()));
            String name = Optional.<String>ofNullable(token.getClaim("name")).orElse(token.getName());
            return new Caller(id, name, Set.copyOf(roles));
        } catch (IllegalArgumentException notOurs) {
            throw new AuthenticationFailedException(notOurs);
        }
    }

    /** Somebody without a token, who was let in by a secret. @param name for people to read in histories */
    public static Caller nobody(String name) {
        return new Caller(NOBODY, name, Set.of());
    }

    public boolean is(String role) {
        return roles.contains(role);
    }
}
