package dev.fieldservice.ticket.attachments;

import dev.fieldservice.contracts.AttachmentRef;
import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Recorded;
import dev.fieldservice.platform.aggregates.Subject;
import dev.fieldservice.platform.documents.FileKind;
import dev.fieldservice.platform.documents.ReceivedFile;
import dev.fieldservice.platform.files.Downloads;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.security.Caller;
import dev.fieldservice.ticket.tickets.Attaching;
import dev.fieldservice.ticket.tickets.Ticket;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A picture or document that came with a request. Its id is the sender's. It is withdrawn with a reason, and never deleted; the
 * ticket tells those who work on it what there is.
 */
@Entity
public class Attachment extends Recorded {

    UUID ticketId;
    String name;
    String caption;
    String mediaType;
    Integer width;
    Integer height;
    String sentSha256;
    String sha256;
    long size;
    UUID addedBy;
    String addedByName;
    Instant addedAt;

    /** Null for as long as it stands. */
    @JdbcTypeCode(SqlTypes.JSON)
    Withdrawal withdrawal;

    protected Attachment() {}

    Attachment(Ticket ticket, NewAttachment request, ReceivedFile file, By by) {
        id = request.id();
        ticketId = ticket.id();
        name = request.name();
        caption = request.caption();
        mediaType = file.kind().mediaType();
        width = file.width();
        height = file.height();
        sentSha256 = file.sentSha256();
        sha256 = file.kept().sha256();
        size = file.kept().size();
        addedBy = by.id();
        addedByName = by.caller().name();
        addedAt = by.at();
    }

    AttachmentRef ref() {
        return new AttachmentRef(id, name, caption, mediaType, size, sha256);
    }

    /** Another under the same id is refused with 409. */
    Attachment requireSame(UUID ticket, NewAttachment request, ReceivedFile file) {
        boolean isSame = isOf(ticket)
                && sentSha256.equals(file.sentSha256())
                && name.equals(request.name())
                && Objects.equals(caption, request.caption());
        if (!isSame) {
            throw taken().refused();
        }
        return this;
    }

    /** Of two who choose the same id on two tickets at once, the second. */
    public static Refusal taken() {
        return new Refusal.Conflict("attachment-id-taken", "Another attachment has this id. Choose a new one.");
    }

    /** Whatever has become of the ticket: what should not be seen should not be seen. Refused with 409 the second time. */
    void withdraw(Ticket ticket, String why, By by) {
        if (withdrawal != null) {
            throw new Refusal.Conflict("already-withdrawn", "This attachment has been withdrawn before.").refused();
        }
        withdrawal = Withdrawal.of(why, by);
        new Attaching(ticket).withdraw(id, "%s (%s): %s".formatted(name, sha256, why), by);
    }

    boolean isOf(UUID ticket) {
        return ticketId.equals(ticket);
    }

    boolean stands() {
        return withdrawal == null;
    }

    /** What was withdrawn is shown to those only who answer for it. */
    boolean isShownTo(Caller caller) {
        return stands() || caller.is(Role.SUPERVISOR) || caller.is(Role.ADMIN);
    }

    /** Whether whoever asks may see it is decided before. */
    Uni<Response> download(Downloads downloads) {
        return downloads.answer(sha256, FileKind.of(mediaType).named(name), mediaType);
    }

    @Override
    public Subject subject() {
        return new Subject("ticket", ticketId, ticketId);
    }
}
