package dev.fieldservice.platform.security;

import java.util.Set;
import java.util.UUID;

/**
 * Who is calling, as the verified token says.
 *
 * @param id the token's {@code sub}
 * @param name for people to read in histories
 * @param roles realm roles
 */
public record Caller(UUID id, String name, Set<String> roles) {

    public boolean is(String role) {
        return roles.contains(role);
    }
}
