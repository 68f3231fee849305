package dev.fieldservice.ticket.mailbox;

import jakarta.mail.internet.MimeUtility;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bytes as letters, by the charset that is declared, or else by what they are: mails lie about it, or say nothing. */
final class Letters {

    /** Where nothing is known, as older programs in this part of the world write. */
    private static final Charset OLD = Charset.forName("windows-1250");

    /** Declared of whatever is not ASCII: programs that know nothing of charsets. */
    private static final Set<Charset> MEANINGLESS = Set.of(StandardCharsets.US_ASCII, StandardCharsets.UTF_8);

    private static final Pattern DECLARED = Pattern.compile("charset\\s*=\\s*[\"']?([A-Za-z0-9._:-]{2,40})");
    private static final int HEAD = 2048;

    private Letters() {}

    /** @param declared null if nothing was */
    static String of(byte[] bytes, String declared) {
        Charset charset = known(declared).orElse(StandardCharsets.UTF_8);
        if (!MEANINGLESS.contains(charset)) {
            return new String(bytes, charset);
        }
        return strictly(bytes).orElseGet(() -> new String(bytes, OLD));
    }

    /** HTML may say it in its head. */
    static String ofHtml(byte[] bytes, String declared) {
        if (known(declared).isPresent()) {
            return of(bytes, declared);
        }
        Matcher head =
                DECLARED.matcher(new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1));
        return of(bytes, head.find() ? head.group(1) : null);
    }

    /** A header's value, in which letters stand encoded (RFC 2047), or as they are. */
    static String ofHeader(String raw) {
        String unfolded = MimeUtility.unfold(raw);
        boolean isRaw =
                unfolded.chars().anyMatch(c -> c > 0x7F) && unfolded.chars().allMatch(c -> c <= 0xFF);
        String text =
                isRaw ? strictly(unfolded.getBytes(StandardCharsets.ISO_8859_1)).orElse(unfolded) : unfolded;
        try {
            return MimeUtility.decodeText(text);
        } catch (java.io.UnsupportedEncodingException | RuntimeException unreadable) {
            return text;
        }
    }

    private static Optional<Charset> known(String declared) {
        if (declared == null || declared.strip().equalsIgnoreCase("us-ascii")) {
            return Optional.empty(); // which the library takes for ISO 8859-1
        }
        try {
            return Optional.of(Charset.forName(MimeUtility.javaCharset(declared.strip())));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<String> strictly(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException another) {
            return Optional.empty();
        }
    }
}
