package dev.fieldservice.ticket.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.SharedFileInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * A mail in a temporary file while it is read: whatever its size, little of it is in memory. Whatever it is, reading it ends with
 * what can be said of it, and never with a fault of the mail's.
 */
public final class MailReading implements AutoCloseable {

    private static final Session SESSION = Session.getInstance(new Properties());

    static {
        Map.of(
                        "mail.mime.address.strict", "false",
                        "mail.mime.base64.ignoreerrors", "true",
                        "mail.mime.decodefilename", "true",
                        "mail.mime.decodetext.strict", "false",
                        "mail.mime.ignoreunknownencoding", "true",
                        "mail.mime.multipart.allowempty", "true",
                        "mail.mime.parameters.strict", "false",
                        "mail.mime.uudecode.ignoreerrors", "true")
                .forEach((setting, value) -> {
                    if (System.getProperty(setting) == null) {
                        System.setProperty(setting, value);
                    }
                });
    }

    private final Path file;
    private final SharedFileInputStream bytes;
    private final ReadMail mail;

    private MailReading(Path file, SharedFileInputStream bytes, ReadMail mail) {
        this.file = file;
        this.bytes = bytes;
        this.mail = mail;
    }

    /** Where a mail is written from. */
    @FunctionalInterface
    public interface Source {
        void copy(OutputStream to) throws MessagingException, IOException;
    }

    /**
     * Reads one.
     *
     * @param most bytes; of one that is longer the beginning alone is read, and it is set aside
     * @param own addresses that are ours, in lower case
     */
    public static MailReading of(Source source, long most, Set<String> own) throws MessagingException, IOException {
        Path file = Files.createTempFile("mail", ".eml");
        try {
            try (OutputStream spooled = Files.newOutputStream(file)) {
                source.copy(spooled);
            }
            var bytes = new SharedFileInputStream(file.toFile());
            boolean isWhole = Files.size(file) < most;
            return new MailReading(file, bytes, read(bytes, scan(file), isWhole, own));
        } catch (MessagingException | IOException | RuntimeException failed) {
            Files.deleteIfExists(file);
            throw failed;
        }
    }

    /** Of one that cannot be read: from whom it is, and about what. */
    public static ReadMail head(Source source) throws MessagingException, IOException {
        var bytes = new ByteArrayOutputStream();
        source.copy(bytes);
        return damaged(
                "unreadable", Envelope.of(new MimeMessage(SESSION, new ByteArrayInputStream(bytes.toByteArray()))));
    }

    public ReadMail mail() {
        return mail;
    }

    private static ReadMail read(SharedFileInputStream bytes, MailScan scan, boolean isWhole, Set<String> own) {
        if (!scan.hasHead()) {
            return damaged("unreadable");
        }
        try {
            var message = new MimeMessage(SESSION, bytes);
            if (!scan.isBearable()) {
                return damaged("unreadable", Envelope.of(message));
            }
            var parts = new MailParts(SESSION);
            parts.read(message, 0);
            Envelope envelope = Envelope.of(message);
            var signs = new Automatic.Signs(
                    envelope, name -> Envelope.header(message, name).orElse("").toLowerCase(Locale.ROOT), own);
            return new ReadMail(
                    envelope,
                    parts.text(),
                    isWhole ? parts.files() : List.of(),
                    parts.left(),
                    Automatic.reason(signs),
                    Automatic.isGenerated(signs),
                    isWhole ? Optional.empty() : Optional.of("too-large"));
        } catch (MessagingException | RuntimeException | StackOverflowError broken) {
            return damaged("unreadable");
        }
    }

    private static ReadMail damaged(String why) {
        return damaged(why, new Envelope(null, null, null, "", null, List.of()));
    }

    private static ReadMail damaged(String why, Envelope envelope) {
        return new ReadMail(envelope, "", List.of(), List.of(), Optional.empty(), false, Optional.of(why));
    }

    private static MailScan scan(Path file) throws IOException {
        try (InputStream mail = Files.newInputStream(file)) {
            return MailScan.of(mail);
        }
    }

    @Override
    public void close() throws IOException {
        bytes.close();
        Files.deleteIfExists(file);
    }
}
