package dev.fieldservice.ticket.mailbox;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;

/** An account on an IMAP server. */
public final class ImapAccount implements MailAccount {

    private static final String CONNECT_MILLIS = "10000";
    private static final String READ_MILLIS = "30000";
    private static final String CHUNK = Integer.toString(256 * 1024);
    private static final Duration GLIMPSE = Duration.ofSeconds(5);
    private static final Duration GLANCE = Duration.ofMillis(200);
    private static final int PIECE = 64 * 1024;

    private final MailboxConfig config;
    private final IMAPStore store;
    private final IMAPFolder inbox;
    private volatile boolean isWoken;

    private ImapAccount(MailboxConfig config, IMAPStore store, IMAPFolder inbox) {
        this.config = config;
        this.store = store;
        this.inbox = inbox;
    }

    public static ImapAccount open(MailboxConfig config) throws MessagingException {
        String protocol = config.ssl() ? "imaps" : "imap";
        var store = (IMAPStore) Session.getInstance(settings(protocol, config)).getStore(protocol);
        store.connect(
                config.host().orElseThrow(),
                config.port(),
                config.username(),
                config.password().orElse(""));
        try {
            var inbox = (IMAPFolder) store.getFolder(config.folder());
            inbox.open(Folder.READ_WRITE);
            return new ImapAccount(config, store, inbox);
        } catch (MessagingException | RuntimeException failed) {
            store.close();
            throw failed;
        }
    }

    private static Properties settings(String protocol, MailboxConfig config) {
        var settings = new Properties();
        String prefix = "mail." + protocol + ".";
        settings.setProperty(prefix + "connectiontimeout", CONNECT_MILLIS);
        settings.setProperty(prefix + "timeout", READ_MILLIS);
        settings.setProperty(prefix + "writetimeout", READ_MILLIS);
        settings.setProperty(prefix + "fetchsize", CHUNK);
        settings.setProperty(prefix + "peek", "true");
        settings.setProperty(prefix + "ssl.checkserveridentity", "true");
        settings.setProperty(prefix + "starttls.enable", "true");
        settings.setProperty(prefix + "starttls.required", Boolean.toString(config.startTls()));
        return settings;
    }

    @Override
    public String name() {
        return config.username() + "/" + config.folder();
    }

    @Override
    public List<Arrival> arrivals(Duration patience) throws MessagingException {
        List<Arrival> there = arrivals();
        if (!there.isEmpty() || patience.compareTo(GLANCE) < 0 || !tellsOfNews()) {
            return there;
        }
        long end = System.nanoTime() + patience.toNanos();
        while (there.isEmpty() && !isWoken && System.nanoTime() < end) {
            idle(Math.min(end, System.nanoTime() + GLIMPSE.toNanos()));
            there = arrivals();
        }
        return there;
    }

    /** No longer than that: of what came just before the wait began a server may say nothing. */
    private void idle(long end) throws MessagingException {
        var isOver = new AtomicBoolean();
        Thread.ofVirtual().name("mailbox alarm").start(() -> endTheWait(end, isOver));
        try {
            inbox.idle(true);
        } finally {
            isOver.set(true);
        }
    }

    /** Again and again: a command before the wait has begun does not end it. Never interrupted, which would cut the connection. */
    private void endTheWait(long end, AtomicBoolean isOver) {
        while (!isOver.get()) {
            if (isWoken || System.nanoTime() >= end) {
                nudge();
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }

    private List<Arrival> arrivals() throws MessagingException {
        long validity = inbox.getUIDValidity();
        Message[] found = inbox.getMessagesByUID(1, UIDFolder.LASTUID);
        return Arrays.stream(found)
                .filter(Objects::nonNull)
                .filter(message -> !message.isExpunged())
                .map(message -> new Arrival(validity, uid(message)))
                .filter(arrival -> arrival.uid() > 0)
                .toList();
    }

    /** Negative for one that has gone meanwhile. */
    private long uid(Message message) {
        try {
            return inbox.getUID(message);
        } catch (MessagingException gone) {
            return -1;
        }
    }

    @Override
    public boolean tellsOfNews() throws MessagingException {
        return store.hasCapability("IDLE");
    }

    @Override
    public void copy(long uid, long most, OutputStream to) throws MessagingException, IOException {
        var message = (IMAPMessage) inbox.getMessageByUID(uid);
        if (message == null) {
            throw new MessagingException("The mail is not there any more.");
        }
        message.setPeek(true);
        try (InputStream raw = message.getMimeStream()) {
            byte[] piece = new byte[PIECE];
            long left = most;
            for (int read = next(raw, piece); read >= 0 && left > 0; read = next(raw, piece)) {
                to.write(piece, 0, (int) Math.min(read, left));
                left -= read;
            }
        }
    }

    /** What the server does not give is no fault of where it is written to. */
    private static int next(InputStream raw, byte[] piece) throws MessagingException {
        try {
            return raw.read(piece);
        } catch (IOException notGiven) {
            throw new MessagingException("The mail cannot be fetched.", notGiven);
        }
    }

    @Override
    public Instant receivedAt(long uid) throws MessagingException {
        Message message = inbox.getMessageByUID(uid);
        Date received = message == null ? null : message.getReceivedDate();
        return received == null ? null : received.toInstant();
    }

    @Override
    public boolean isThere() {
        try {
            return inbox.isOpen() && inbox.getMessageCount() >= 0 && store.isConnected();
        } catch (MessagingException | IllegalStateException gone) {
            return false;
        }
    }

    @Override
    public void putAway(long uid) throws MessagingException {
        Message message = inbox.getMessageByUID(uid);
        if (message == null) {
            return;
        }
        Folder handled = store.getFolder(config.handled());
        if (!handled.exists()) {
            handled.create(Folder.HOLDS_MESSAGES);
        }
        Message[] one = {message};
        if (store.hasCapability("MOVE")) {
            inbox.moveMessages(one, handled);
            return;
        }
        inbox.copyMessages(one, handled);
        message.setFlag(Flags.Flag.DELETED, true);
        if (store.hasCapability("UIDPLUS")) {
            var _ = inbox.expunge(one);
        } else {
            var _ = inbox.expunge();
        }
    }

    @Override
    public void wake() {
        isWoken = true;
    }

    /** Any command of another thread's ends IDLE. */
    private void nudge() {
        try {
            var _ = inbox.getMessageCount();
        } catch (MessagingException | IllegalStateException over) {
            // then nobody waits any more
        }
    }

    @Override
    public void close() throws MessagingException {
        try {
            if (inbox.isOpen()) {
                inbox.close(false);
            }
        } finally {
            store.close();
        }
    }
}
