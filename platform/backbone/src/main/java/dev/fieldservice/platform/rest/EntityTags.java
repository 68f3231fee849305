package dev.fieldservice.platform.rest;

import dev.fieldservice.platform.problems.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The entity tags of a condition (RFC 9110, section 13.1), and how they are made: of the version of what is shown, so that
 * {@code If-Match} can be held against it, and where what is shown depends on more than the version, of a digest of the rest too.
 *
 * @param any {@code *}: whatever is there now
 */
record EntityTags(boolean any, List<Tag> tags) {

    private static final Pattern TAG = Pattern.compile("\\G\\s*(W/)?\"([\\x21\\x23-\\x7e]*+)\"\\s*(,|$)");
    private static final Pattern VERSIONED = Pattern.compile("(\\d{1,18})(?:-[0-9a-f]{1,16})?");

    /** @param opaque what stands between the quotes */
    record Tag(boolean isWeak, String opaque) {

        private OptionalLong version() {
            Matcher versioned = VERSIONED.matcher(opaque);
            return versioned.matches() ? OptionalLong.of(Long.parseLong(versioned.group(1))) : OptionalLong.empty();
        }
    }

    /**
     * Refused with 400 if it is neither {@code *} nor a list of tags.
     *
     * @param value all lines of the header, joined by commas
     */
    static EntityTags read(String header, String value) {
        if (value.strip().equals("*")) {
            return new EntityTags(true, List.of());
        }
        List<Tag> tags = new ArrayList<>();
        Matcher next = TAG.matcher(value);
        boolean isOver = false;
        while (!isOver && next.find()) {
            tags.add(new Tag(next.group(1) != null, next.group(2)));
            isOver = next.group(3).isEmpty();
        }
        if (!isOver) {
            throw Refusal.Invalid.field(header, "invalid-format", "Send * or one or more ETags as they were received.")
                    .refused();
        }
        return new EntityTags(false, List.copyOf(tags));
    }

    /** The strong comparison, which a weak tag never passes. */
    boolean includesVersion(long version) {
        return any
                || tags.stream()
                        .filter(tag -> !tag.isWeak())
                        .anyMatch(tag -> tag.version().equals(OptionalLong.of(version)));
    }

    /** Whether any version could pass. */
    boolean mayHold() {
        return any
                || tags.stream().anyMatch(tag -> !tag.isWeak() && tag.version().isPresent());
    }

    /** The weak comparison, for what the client has already. */
    boolean includes(String etag) {
        return any || tags.stream().anyMatch(tag -> etag.equals("\"" + tag.opaque() + "\""));
    }

    static String etag(long version) {
        return "\"" + version + "\"";
    }

    /** @param rest whose text tells all that the version does not */
    static String etag(long version, Object rest) {
        return "\"" + version + "-" + digest(rest.toString()) + "\"";
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
