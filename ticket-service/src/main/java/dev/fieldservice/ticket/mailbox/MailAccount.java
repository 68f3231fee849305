package dev.fieldservice.ticket.mailbox;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** An open mailbox. Everything blocks; it is used by one thread at a time, but for {@link #wake}. */
public interface MailAccount extends AutoCloseable {

    /**
     * A mail that nobody has dealt with.
     *
     * @param uidValidity with {@code uid}, what names it for good (RFC 9051, 2.3.1.1)
     */
    record Arrival(long uidValidity, long uid) {}

    /** Tells one mailbox from another. */
    String name();

    /** What there is, oldest first; waits for the first where there is none and the server can tell of one. */
    List<Arrival> arrivals(Duration patience) throws MessagingException;

    /** Whether the server tells of new mail by itself (IDLE), so that nobody needs to ask. */
    boolean tellsOfNews() throws MessagingException;

    /** Writes the mail as it came, up to so many bytes, and leaves it unread. */
    void copy(long uid, long most, OutputStream to) throws MessagingException, IOException;

    /** When the server got it; null if it does not say. */
    Instant receivedAt(long uid) throws MessagingException;

    /** Whether the server still answers: what failed then is a matter of the one mail. */
    boolean isThere();

    /** Moves it away from where new mail arrives. One that is not there any more was moved before. */
    void putAway(long uid) throws MessagingException;

    /** Ends a wait; from any thread. */
    void wake();

    @Override
    void close() throws MessagingException;
}
