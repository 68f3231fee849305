package dev.fieldservice.platform.paging;

import dev.fieldservice.platform.problems.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Opaque, signed positions in a list (keyset paging). The signature keeps clients from inventing positions, which would
 * turn the format of a cursor into a contract; and with it go the list and the caller, so that a position counts where it was
 * given, and to whom, only.
 */
@ApplicationScoped
public class Cursors {

    private static final int SIGNATURE_BYTES = 8;
    private final SecretKeySpec key;

    public Cursors(@ConfigProperty(name = "fieldservice.cursor-secret") String secret) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /**
     * Cuts a page out of rows of which one more than the limit was read.
     *
     * @param position gives the sort position of a row, as {@link #position} will return it
     */
    public <T> Page<T> page(List<T> rows, PageRequest request, Function<T, String> position) {
        return page(rows, false, request, position);
    }

    /** @param isCut whether more rows follow although these are no more than the limit: there is at least one */
    public <T> Page<T> page(List<T> rows, boolean isCut, PageRequest request, Function<T, String> position) {
        if (rows.size() <= request.limit() && !isCut) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, Math.min(rows.size(), request.limit()));
        return new Page<>(items, write(position.apply(items.getLast()), request.list()));
    }

    private String write(String position, String list) {
        byte[] body = position.getBytes(StandardCharsets.UTF_8);
        byte[] signed = Arrays.copyOf(body, body.length + SIGNATURE_BYTES);
        System.arraycopy(sign(body, list), 0, signed, body.length, SIGNATURE_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    /** The position in a cursor; empty for the first page; refused if the cursor is not one of this list and caller. */
    public Optional<String> position(PageRequest request) {
        String list = request.list();
        String cursor = request.cursor();
        if (cursor == null) {
            return Optional.empty();
        }
        try {
            byte[] signed = Base64.getUrlDecoder().decode(cursor);
            byte[] body = Arrays.copyOf(signed, Math.max(0, signed.length - SIGNATURE_BYTES));
            byte[] signature = Arrays.copyOfRange(signed, body.length, signed.length);
            if (MessageDigest.isEqual(signature, sign(body, list))) {
                return Optional.of(new String(body, StandardCharsets.UTF_8));
            }
        } catch (IllegalArgumentException notBase64) {
            // refused below, like any other cursor that is not ours
        }
        throw notOurs();
    }

    /** The same for lists that are ordered by id alone. */
    public Optional<UUID> id(PageRequest request) {
        return id(request, "");
    }

    /** @param mark with which the positions of this order of the list begin */
    public Optional<UUID> id(PageRequest request, String mark) {
        return position(request).map(position -> {
            if (!position.startsWith(mark)) {
                throw notOurs();
            }
            try {
                return UUID.fromString(position.substring(mark.length()));
            } catch (IllegalArgumentException ofAnotherList) {
                throw notOurs();
            }
        });
    }

    private static RuntimeException notOurs() {
        return Refusal.Invalid.field(
                        "cursor",
                        "invalid-cursor",
                        "Send nextCursor exactly as it was received, to the same list with the same filters.")
                .refused();
    }

    private byte[] sign(byte[] body, String list) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(list.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(body), SIGNATURE_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
