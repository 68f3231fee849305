package dev.fieldservice.ticket.incoming;

import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.ticket.incoming.IncomingMailLifecycle.Command;
import dev.fieldservice.ticket.incoming.IncomingMailLifecycle.State;
import dev.fieldservice.ticket.mailbox.Envelope;
import dev.fieldservice.ticket.mailbox.MailAccount.Arrival;
import dev.fieldservice.ticket.mailbox.ReadMail;
import dev.fieldservice.ticket.messages.TicketMessage;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A mail that came to the mailbox, named by its UID, and what became of it. Its row is locked by whoever decides about it: of two
 * who read the same mail the second finds it decided.
 */
@Entity
public class IncomingMail extends Aggregate {

    static final String DUPLICATE = "duplicate";

    @Enumerated(EnumType.STRING)
    State state;

    String account;
    long uidValidity;
    long uid;

    /** How often reading it was begun: one that ends the process each time must not do so for ever. */
    int attempts;

    String messageId;

    /** Null of what could not be read. */
    String fingerprint;

    String fromAddress;
    String fromName;
    String title;
    String content;
    String[] referenceIds;
    Instant sentAt;
    Instant arrivedAt;

    /** Why it waits, is ignored or set aside, as a word for programs; null otherwise. */
    String reason;

    /** What a person said who dismissed it; null otherwise. */
    String remark;

    @JdbcTypeCode(SqlTypes.JSON)
    Enclosed enclosed = Enclosed.NOTHING;

    UUID ticketId;

    /** No person has written it: nobody is answered. */
    boolean generated;

    protected IncomingMail() {}

    static IncomingMail arrived(String account, Arrival arrival, By by) {
        IncomingMail mail = new IncomingMail();
        mail.id = Ids.next();
        mail.state = State.ARRIVED;
        mail.account = account;
        mail.uidValidity = arrival.uidValidity();
        mail.uid = arrival.uid();
        mail.attempts = 1;
        mail.referenceIds = new String[0];
        mail.arrivedAt = by.at();
        return mail;
    }

    boolean isDecided() {
        return state != State.ARRIVED;
    }

    /** What it says, when it was read. @param receivedAt by the server; null if it does not say */
    void read(ReadMail mail, Enclosed came, Instant receivedAt) {
        Envelope envelope = mail.envelope();
        generated = mail.isGenerated() || mail.unwanted().isPresent();
        if (receivedAt != null && receivedAt.isBefore(arrivedAt)) {
            arrivedAt = receivedAt;
        }
        messageId = envelope.messageId();
        fromAddress = envelope.from();
        fromName = envelope.fromName();
        title = envelope.subject().isEmpty() ? null : envelope.subject();
        content = mail.text().isEmpty() ? null : mail.text();
        referenceIds = envelope.answers().toArray(String[]::new);
        sentAt = envelope.sentAt();
        fingerprint = fromAddress == null && content == null ? null : mail.fingerprint();
        enclosed = came;
    }

    /** It makes no ticket, and nothing that came along is kept. */
    void ignore(String why, By by) {
        enclosed = enclosed.without("mail-not-taken");
        become(Command.IGNORE, why, by);
    }

    void setAside(String why, By by) {
        become(Command.SET_ASIDE, why, by);
    }

    void putToWait(String why, By by) {
        become(Command.PUT_TO_WAIT, why, by);
    }

    void dismiss(String why, By by) {
        state = move(IncomingMailLifecycle.TABLE, state, Command.DISMISS, by, by.at(), why);
        remark = why;
        enclosed = enclosed.without("mail-dismissed");
    }

    /** Whether a person may have a ticket made of it; refused with 409 otherwise. */
    void requireTakes(Command command) {
        if (isTaken()) {
            throw new Refusal.Conflict("mail-was-taken", "This mail came twice, and was dealt with when it came first.")
                    .refused();
        }
        var _ = IncomingMailLifecycle.TABLE.next(state, command);
    }

    /** @param command which of those that end with a ticket */
    void isOf(UUID ticket, Command command, By by) {
        ticketId = ticket;
        become(command, null, by);
    }

    void attached(int count) {
        enclosed = enclosed.attached(count);
    }

    private void become(Command command, String why, By by) {
        state = move(IncomingMailLifecycle.TABLE, state, command, by, by.at(), why);
        reason = why;
    }

    boolean hasKept() {
        return !enclosed.files().isEmpty();
    }

    List<String> answers() {
        return List.of(referenceIds);
    }

    String text() {
        return Objects.requireNonNullElse(content, "");
    }

    String subjectLine() {
        return Objects.requireNonNullElse(title, "");
    }

    /** The subject without what programs put before it. */
    String topic() {
        return Envelope.topic(subjectLine());
    }

    /** For people who read the history. */
    String words() {
        return Objects.requireNonNullElse(fromName, Objects.requireNonNullElse(fromAddress, "?")) + ": "
                + subjectLine();
    }

    TicketMessage messageOn(UUID ticket) {
        var written = new TicketMessage.Written(id, fromAddress, fromName, title, text(), sentAt);
        return TicketMessage.of(ticket, written, arrivedAt);
    }

    /** What a person may do now, as it stands in the URL. */
    List<String> allowedCommands() {
        return isTaken() ? List.of() : offered(IncomingMailLifecycle.words(state));
    }

    private boolean isTaken() {
        return state == State.IGNORED && DUPLICATE.equals(reason);
    }

    @Override
    public String kind() {
        return "incoming-mail";
    }

    @Override
    public UUID correlationId() {
        return ticketId;
    }
}
