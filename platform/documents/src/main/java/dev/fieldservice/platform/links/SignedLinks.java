package dev.fieldservice.platform.links;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Links by which one service lets somebody read a file of another, without asking it. Whoever makes one has decided that they
 * may; whoever takes one sees by the signature that it was decided, about which file, for whom, and until when.
 */
@ApplicationScoped
public class SignedLinks {

    private static final String ALGORITHM = "HmacSHA256";
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final LinksConfig config;
    private final Clock clock;
    private final SecretKeySpec key;

    public SignedLinks(LinksConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.key = new SecretKeySpec(config.key().getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    public Seal seal(Linked linked) {
        long expires = clock.instant().plus(config.life()).getEpochSecond();
        return new Seal(expires, sign(linked, expires));
    }

    /** Whether it was made for this, whether it is over by now or not. */
    public boolean isOf(Seal seal, Linked linked) {
        return MessageDigest.isEqual(bytes(seal.signature()), bytes(sign(linked, seal.expires())));
    }

    public boolean isOver(Seal seal) {
        return seal.expires() < clock.instant().getEpochSecond();
    }

    private String sign(Linked linked, long expires) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return TEXT.encodeToString(mac.doFinal(
                    bytes("%s\n%s\n%d\n%s".formatted(linked.id(), linked.sha256(), expires, linked.reader()))));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
