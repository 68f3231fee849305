package dev.fieldservice.platform.security;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The token of an {@code Authorization} header, in the one spelling that RFC 7515 gives it. Readers of Base64 pass over signs that
 * do not belong there; each spelling of one token would be checked, asked about and remembered anew.
 */
final class BearerToken {

    /** Several times what Keycloak makes of a person with all roles. */
    private static final int LONGEST = 8_192;

    private static final String SCHEME = "Bearer ";
    private static final Pattern JWS = Pattern.compile("[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]++\\.([A-Za-z0-9_-]++)");

    private BearerToken() {}

    /** @param authorization null if there is no such header */
    static boolean isOffered(String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /** Empty if it is no token that could be valid. */
    static Optional<String> of(String authorization) {
        String token = authorization.substring(SCHEME.length());
        Matcher parts = JWS.matcher(token);
        return token.length() <= LONGEST && parts.matches() && isCanonical(parts.group(1))
                ? Optional.of(token)
                : Optional.empty();
    }

    /** The last sign of a signature may hold bits that no reader looks at. */
    private static boolean isCanonical(String signature) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(signature);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(signature);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
