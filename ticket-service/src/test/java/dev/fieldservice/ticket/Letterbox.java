package dev.fieldservice.ticket;

import dev.fieldservice.ticket.mailbox.MailboxConfig;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** A mailbox that only one test knows, on a real server: mails are put into it, and it is read. */
record Letterbox(String username) implements MailboxConfig {

    static Letterbox fresh() {
        return new Letterbox("service." + UUID.randomUUID() + "@frigotehnica.example");
    }

    /** A mail that arrived. */
    record Arrived(String id, String subject, String text, String automatic, String references) {}

    void deliver(byte[]... mails) {
        for (byte[] mail : mails) {
            deliver(mail, Instant.now());
        }
    }

    /** As if the server had got it then. */
    void deliver(byte[] mail, Instant received) {
        folder(
                "INBOX",
                inbox -> inbox.appendMessages(new Message[] {
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail)) {
                        @Override
                        public Date getReceivedDate() {
                            return Date.from(received);
                        }
                    }
                }));
    }

    int count(String folder) {
        var count = new int[1];
        folder(folder, found -> count[0] = found.exists() ? found.getMessageCount() : 0);
        return count[0];
    }

    List<Arrived> mails() {
        var mails = new ArrayList<Arrived>();
        folder("INBOX", inbox -> {
            inbox.open(Folder.READ_ONLY);
            for (Message message : inbox.getMessages()) {
                mails.add(new Arrived(
                        message.getHeader("Message-ID")[0],
                        message.getSubject(),
                        String.valueOf(message.getContent()),
                        message.getHeader("Auto-Submitted")[0],
                        message.getHeader("References")[0]));
            }
        });
        return mails;
    }

    private interface Look {
        void at(Folder folder) throws MessagingException, IOException;
    }

    private void folder(String name, Look look) {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", port(), username, "any");
            look.at(store.getFolder(name));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Optional<String> host() {
        return Optional.of("127.0.0.1");
    }

    @Override
    public int port() {
        return ConfigProvider.getConfig().getValue("test.imap.port", Integer.class);
    }

    @Override
    public Optional<String> password() {
        return Optional.of("any");
    }

    @Override
    public Optional<String> address() {
        return Optional.empty();
    }

    @Override
    public boolean ssl() {
        return false;
    }

    @Override
    public boolean startTls() {
        return false;
    }

    @Override
    public String folder() {
        return "INBOX";
    }

    @Override
    public String handled() {
        return "Handled";
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(5);
    }

    @Override
    public MemorySize mostBytes() {
        return new MemorySize(BigInteger.valueOf(2 << 20));
    }

    @Override
    public Duration oldest() {
        return Duration.ofDays(7);
    }

    @Override
    public int ticketsPerHour() {
        return 20;
    }
}
