package dev.fieldservice.players.client;

import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;

/** Reads what the stack has sent to an address, and puts mails there that others have sent, by IMAP. */
public final class Mailbox {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ID = "Message-ID";

    /** Costs more to make than a mailbox to read. */
    private static final Session SESSION = Session.getInstance(new Properties());

    private final int imapPort;
    private final Queue<String> delivered = new ConcurrentLinkedQueue<>();

    public Mailbox(int imapPort) {
        this.imapPort = imapPort;
    }

    /**
     * A mail that arrived.
     *
     * @param text without the files that came with it
     * @param id its {@code Message-ID}; empty if it has none
     */
    public record Mail(String id, String subject, String text) {}

    /** Looks until there is one. */
    public Mail awaitFirst(String address) {
        return await(address, mail -> true);
    }

    /** Looks until there is such a one. */
    public Mail await(String address, Predicate<Mail> wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        do {
            var found = of(address).stream().filter(wanted).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
        } while (System.nanoTime() < end);
        throw new CallFailed("no such mail arrived for " + address);
    }

    public List<Mail> of(String address) {
        return read(address, inbox -> {
            List<Mail> mails = new ArrayList<>();
            for (Message message : inbox.getMessages()) {
                mails.add(new Mail(id(message), message.getSubject(), text(message)));
            }
            return mails;
        });
    }

    /** The {@code Message-ID} of every mail that lies there, asked for all at once and without the mails. */
    public List<String> ids(String address) {
        return read(address, inbox -> {
            FetchProfile alone = new FetchProfile();
            alone.add(ID);
            Message[] messages = inbox.getMessages();
            inbox.fetch(messages, alone);
            List<String> ids = new ArrayList<>();
            for (Message message : messages) {
                ids.add(id(message));
            }
            return ids;
        });
    }

    /**
     * The files that came with a mail, by their names.
     *
     * @throws CallFailed when there is no such mail
     */
    public Map<String, byte[]> attachments(String address, String id) {
        return read(address, inbox -> {
            for (Message message : inbox.getMessages()) {
                if (id(message).equals(id)) {
                    return files(message);
                }
            }
            throw new CallFailed("no mail " + id + " lies in the mailbox of " + address);
        });
    }

    private interface Reader<T> {
        T read(Folder inbox) throws MessagingException, IOException;
    }

    private <T> T read(String address, Reader<T> reader) {
        try (Store store = SESSION.getStore("imap")) {
            store.connect("127.0.0.1", imapPort, address, "any");
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                return reader.read(inbox);
            }
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("cannot read the mail of " + address, e);
        }
    }

    private static String text(Message message) throws MessagingException, IOException {
        return message.getContent() instanceof Multipart parts
                ? String.valueOf(parts.getBodyPart(0).getContent())
                : String.valueOf(message.getContent());
    }

    private static Map<String, byte[]> files(Message message) throws MessagingException, IOException {
        Map<String, byte[]> files = new TreeMap<>();
        if (message.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                var part = parts.getBodyPart(i);
                if (part.getFileName() != null) {
                    files.put(part.getFileName(), part.getInputStream().readAllBytes());
                }
            }
        }
        return files;
    }

    /** Puts a mail into somebody's mailbox, as the server does that takes it for them. */
    public void deliver(String address, String mail) {
        try (Store store = SESSION.getStore("imap")) {
            store.connect("127.0.0.1", imapPort, address, "any");
            var message = new MimeMessage(SESSION, new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)));
            store.getFolder("INBOX").appendMessages(new Message[] {message});
            delivered.add(id(message));
        } catch (MessagingException e) {
            throw new IllegalStateException("cannot deliver a mail to " + address, e);
        }
    }

    /** The {@code Message-ID} of every mail that was put there, as often as it was. */
    public List<String> delivered() {
        return List.copyOf(delivered);
    }

    private static String id(Message message) throws MessagingException {
        String[] ids = message.getHeader(ID);
        return ids == null ? "" : ids[0];
    }
}
