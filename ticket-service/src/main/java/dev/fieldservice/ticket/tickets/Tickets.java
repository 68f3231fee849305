package dev.fieldservice.ticket.tickets;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.ticket.company.YearlyNumbers;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds tickets and makes them. */
@ApplicationScoped
public class Tickets {

    private final ServiceLevels levels;
    private final TicketSettings settings;

    public Tickets(ServiceLevels levels, TicketSettings settings) {
        this.levels = levels;
        this.settings = settings;
    }

    /** Refused with 422 where a reference leads nowhere, to another customer's, or to a machine that is retired. */
    public Uni<Ticket> open(Tx tx, NewTicket request) {
        return open(tx, request, Parties::requireMachineInUse);
    }

    private Uni<Ticket> open(Tx tx, NewTicket request, Consumer<Parties> check) {
        return Parties.held(tx, Parties.Refs.of(request))
                .invoke(check)
                .chain(parties -> before(tx, request.followUpOf())
                        .chain(before -> YearlyNumbers.next(tx, "ticket_number", "T-%d-%06d")
                                .chain(number -> tx.add(opened(request, parties, number, before, tx.by())))));
    }

    /** The new one. */
    Uni<Ticket> followUp(Tx tx, UUID id, String why) {
        return load(tx, id)
                .chain(over -> open(tx, over.again(), Parties::requireMachineStillInUse)
                        .invoke(next -> over.followedUpBy(next, why, tx.by())));
    }

    private Ticket opened(NewTicket request, Parties parties, String number, Optional<Ticket> before, By by) {
        ServiceLevels.Level level = levels.of(request.priority());
        Ticket ticket = Ticket.open(request, parties, number, level, by);
        ticket.parties = parties;
        before.ifPresent(over -> ticket.following(over, level));
        return switch (settings.ordersAreMade()) {
            case AT_ONCE -> ticket;
            case AFTER_QUALIFICATION -> ticket.toBeQualified();
        };
    }

    /** For a command: locked, with its orders. */
    Uni<Ticket> load(Tx tx, UUID id) {
        return tx.load(Ticket.class, id).call(ticket -> tx.session().fetch(ticket.orders));
    }

    /** The same for a command of which others are told. */
    public Uni<Ticket> loadToTell(Tx tx, UUID id) {
        return load(tx, id).call(ticket -> Parties.of(tx, ticket).invoke(parties -> ticket.parties = parties));
    }

    /** The same to correct it: with whom and what it will be about. */
    Uni<Ticket> loadToCorrect(Tx tx, UUID id, TicketDetails details) {
        return loadToTell(tx, id)
                .call(ticket -> Parties.held(tx, Parties.Refs.of(ticket.customerId, details))
                        .invoke(parties -> ticket.corrected = parties));
    }

    void correct(Ticket ticket, TicketDetails details, By by) {
        ticket.correct(details, levels.of(details.priority()), by);
    }

    /** Tells of it as it is, which those who know it ignore. */
    public static Uni<Void> tellAgain(Tx tx, Ticket ticket) {
        return Parties.of(tx, ticket)
                .invoke(parties -> ticket.parties = parties)
                .invoke(() -> ticket.tellAgain(tx.by()))
                .replaceWithVoid();
    }

    /** True if nobody has set out for it yet, as far as is known. */
    static Uni<Boolean> isUnbegun(Tx tx, UUID id) {
        return tx.session()
                .createNativeQuery("select 1 from ticket where id = ?1 and work_begun_at is null")
                .setParameter(1, id)
                .getResultList()
                .map(found -> !found.isEmpty());
    }

    /** For reading, with its orders; null if there is none. */
    Uni<Ticket> find(Mutiny.Session session, UUID id) {
        return session.createSelectionQuery("from Ticket t left join fetch t.orders where t.id = :id", Ticket.class)
                .setParameter("id", id)
                .getSingleResultOrNull();
    }

    /** The ticket that another follows up; refused with 422 if there is none. */
    private static Uni<Optional<Ticket>> before(Tx tx, UUID followUpOf) {
        if (followUpOf == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        return tx.session()
                .find(Ticket.class, followUpOf)
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.RuleViolated.unknown("/followUpOf", "ticket"))
                .map(Optional::of);
    }
}
