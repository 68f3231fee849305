package dev.fieldservice.gateway.security;

/** What the token check found. */
public sealed interface Sender {

    /** The subject of a valid access token. */
    record Known(String subject) implements Sender {}

    /**
     * No token, or one that is not accepted.
     *
     * @param error code of RFC 6750 for the challenge; empty if there was no token at all
     */
    record Unknown(String error) implements Sender {

        public String challenge() {
            String realm = "Bearer realm=\"field-service\"";
            return error.isEmpty() ? realm : realm + ", error=\"" + error + "\"";
        }
    }

    /** The keys that tokens are signed with could not be had. */
    record Undecided(Throwable cause) implements Sender {}
}
