package dev.fieldservice.dispatch.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The secrets in the addresses of feeds, made of two halves: one is drawn and kept with the answer of the command, the other is
 * worked out of it with this service's key. So whoever repeats the command is given the same address, and what is stored is not
 * enough to make one.
 */
@ApplicationScoped
class FeedTokens {

    private static final int HALF_BYTES = 18;
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    FeedTokens(@ConfigProperty(name = "fieldservice.cursor-secret") String secret) {
        this.key = new SecretKeySpec(("calendar-feed " + secret).getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** 144 bits that nobody can guess. */
    String half() {
        byte[] drawn = new byte[HALF_BYTES];
        random.nextBytes(drawn);
        return TEXT.encodeToString(drawn);
    }

    /** As it stands in an address. */
    String whole(String half) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] other = mac.doFinal(half.getBytes(StandardCharsets.UTF_8));
            return half + TEXT.encodeToString(other);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
