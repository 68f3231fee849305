package dev.fieldservice.ticket.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A mail as it was read.
 *
 * @param text of what was written, without markup; empty if there is none
 * @param files what came along; readable while the mail is open
 * @param left what of it is not taken, and why
 * @param unwanted why it makes no ticket; empty if a person, or a machine with something to say, has written it
 * @param isGenerated no person has written it
 * @param damage why it is set aside; empty if it could be read
 */
public record ReadMail(
        Envelope envelope,
        String text,
        List<MailFile> files,
        List<LeftOut> left,
        Optional<String> unwanted,
        boolean isGenerated,
        Optional<String> damage) {

    /** A file that came along. @param name under which it is saved */
    public record MailFile(String name, Content content) {}

    /** Opens it from its beginning, decoded. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }

    /** Something that is not taken. @param reason a word for programs */
    public record LeftOut(String name, String reason) {}

    /** The same for the same mail, however often it is delivered. */
    public String fingerprint() {
        String said = Stream.of(
                        envelope.messageId(),
                        envelope.from(),
                        Objects.toString(envelope.sentAt(), ""),
                        envelope.subject(),
                        text)
                .map(part -> Objects.requireNonNullElse(part, ""))
                .collect(Collectors.joining("\n\n"));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
