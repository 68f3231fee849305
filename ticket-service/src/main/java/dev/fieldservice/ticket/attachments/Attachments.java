package dev.fieldservice.ticket.attachments;

import dev.fieldservice.platform.documents.ReceivedFile;
import dev.fieldservice.platform.files.Files;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.ticket.tickets.Attaching;
import dev.fieldservice.ticket.tickets.Ticket;
import dev.fieldservice.ticket.tickets.Tickets;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds the attachments of a ticket, and makes what is added to them. */
@ApplicationScoped
public class Attachments {

    private final Tickets tickets;
    private final Files files;

    Attachments(Tickets tickets, Files files) {
        this.tickets = tickets;
        this.files = files;
    }

    /** An attachment with the ticket that it is on. @param isNew false if it was there already */
    record Kept(Ticket ticket, Attachment attachment, boolean isNew) {

        AttachmentView view() {
            return AttachmentView.of(attachment);
        }
    }

    /** The one that is there already, if it is the same; refused with 409 if it is another. */
    Uni<Kept> put(Tx tx, UUID ticketId, NewAttachment request, ReceivedFile file) {
        return tickets.loadToTell(tx, ticketId)
                .chain(ticket -> tx.session()
                        .find(Attachment.class, request.id())
                        .chain(known -> known == null
                                ? add(tx, ticket, request, file)
                                : Uni.createFrom()
                                        .item(new Kept(ticket, known.requireSame(ticketId, request, file), false))));
    }

    private Uni<Kept> add(Tx tx, Ticket ticket, NewAttachment request, ReceivedFile file) {
        Attachment made = new Attachment(ticket, request, file, tx.by());
        new Attaching(ticket).add(List.of(made.ref()), tx.by());
        return files.claim(tx, file.kept().sha256(), made.id())
                .chain(() -> tx.add(made))
                .replaceWith(new Kept(ticket, made, true));
    }

    /**
     * Attaches what came with a mail, as far as the ticket takes more; the others are told once.
     *
     * @param ticket read to be told of
     * @param files each claimed under its id
     * @return how many were attached: the first
     */
    public Uni<Integer> add(Tx tx, Ticket ticket, List<NewAttachment> files, List<ReceivedFile> contents) {
        int room = Math.min(files.size(), new Attaching(ticket).room());
        List<Attachment> made = IntStream.range(0, room)
                .mapToObj(i -> new Attachment(ticket, files.get(i), contents.get(i), tx.by()))
                .toList();
        new Attaching(ticket).add(made.stream().map(Attachment::ref).toList(), tx.by());
        return OneByOne.each(made, tx::add).replaceWith(room);
    }

    /** Refused with 404 where this ticket has no such attachment. */
    Uni<Kept> withdraw(Tx tx, UUID ticketId, UUID id, String why) {
        return tickets.loadToTell(tx, ticketId)
                .chain(ticket -> find(tx.session(), ticketId, id)
                        .invoke(attachment -> attachment.withdraw(ticket, why, tx.by()))
                        .map(attachment -> new Kept(ticket, attachment, false)));
    }

    /** To be looked at. Refused with 404 where there is no such ticket, or none such on it. */
    static Uni<Kept> read(Mutiny.Session session, UUID ticketId, UUID id) {
        return ticket(session, ticketId)
                .chain(ticket -> find(session, ticketId, id).map(attachment -> new Kept(ticket, attachment, false)));
    }

    /** Refused like the attachment itself would be. What is there already may be sent again, whatever the ticket's state. */
    static Uni<Void> requireTaken(Mutiny.Session session, UUID ticketId, UUID id) {
        return ticket(session, ticketId)
                .chain(ticket -> session.find(Attachment.class, id).invoke(known -> {
                    if (known == null || !known.isOf(ticketId)) {
                        new Attaching(ticket).requireTaken();
                    }
                }))
                .replaceWithVoid();
    }

    /** Refused with 404 if there is none. */
    static Uni<Ticket> ticket(Mutiny.Session session, UUID id) {
        return session.find(Ticket.class, id)
                .onItem()
                .ifNull()
                .failWith(() -> new Refusal.NotFound("ticket").refused());
    }

    private static Uni<Attachment> find(Mutiny.Session session, UUID ticketId, UUID id) {
        return session.find(Attachment.class, id).invoke(found -> {
            if (found == null || !found.isOf(ticketId)) {
                throw none();
            }
        });
    }

    static RuntimeException none() {
        return new Refusal.NotFound("attachment").refused();
    }
}
