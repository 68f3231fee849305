package dev.fieldservice.ticket.tickets;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.errands.Errands;
import dev.fieldservice.platform.mail.Mails;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.ticket.company.YearlyNumbers;
import dev.fieldservice.ticket.contracts.Agreements;
import dev.fieldservice.ticket.customers.Belonging;
import dev.fieldservice.ticket.errands.TicketErrand;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds tickets and makes them. */
@ApplicationScoped
public class Tickets {

    private final TicketTermsFinder terms;
    private final TicketSettings settings;
    private final Errands errands;
    private final Mails mails;
    private final Clock clock;

    public Tickets(TicketTermsFinder terms, TicketSettings settings, Errands errands, Mails mails, Clock clock) {
        this.terms = terms;
        this.settings = settings;
        this.errands = errands;
        this.mails = mails;
        this.clock = clock;
    }

    /** Refused with 422 where a reference leads nowhere, to another customer's, or to a machine that is retired or stands at another site. */
    public Uni<Ticket> open(Tx tx, NewTicket request) {
        return open(tx, request, (Instant) null);
    }

    /** The same for what was asked for before; what was promised counts from then. @param askedAt null for now */
    public Uni<Ticket> open(Tx tx, NewTicket request, Instant askedAt) {
        if (request.channel() == Channel.PLAN) {
            throw Refusal.RuleViolated.at("/channel", "of-plans", "Only a maintenance plan makes such a ticket.");
        }
        return open(tx, request, askedAt, Parties::requireMachine);
    }

    private Uni<Ticket> open(Tx tx, NewTicket request, Instant askedAt, Consumer<Parties> check) {
        return Parties.held(tx, Parties.Refs.of(request))
                .invoke(Parties::requireCustomerStillThere)
                .invoke(check)
                .chain(parties -> before(tx, request.followUpOf())
                        .map(before -> before.flatMap(Ticket::askedAtFirst).or(() -> Optional.ofNullable(askedAt)))
                        .chain(first -> open(tx, request, parties, first)));
    }

    private Uni<Ticket> open(Tx tx, NewTicket request, Parties parties, Optional<Instant> first) {
        UUID id = Ids.next();
        return YearlyNumbers.next(tx, "ticket_number", "T-%d-%06d")
                .chain(number -> terms.conclude(
                                tx,
                                id,
                                parties,
                                request.priority(),
                                first.orElse(tx.by().at()))
                        .map(on -> Ticket.open(id, request, parties, number, on, first.orElse(null), tx.by()))
                        .invoke(ticket -> ticket.parties = parties))
                .map(this::asTheCompanyWants)
                .chain(tx::add)
                .call(ticket -> watch(tx, ticket))
                .call(ticket -> request.wantsAcknowledgement()
                        ? RequestTakenMail.later(tx, mails, ticket, parties.contact())
                        : Uni.createFrom().voidItem());
    }

    /** What a plan asks for. @param contractId under which it is wanted; null for whichever fits */
    Uni<Ticket> open(Tx tx, NewTicket request, PlannedWork work, UUID contractId) {
        UUID id = Ids.next();
        return Parties.held(tx, Parties.Refs.of(request))
                .chain(parties -> YearlyNumbers.next(tx, "ticket_number", "T-%d-%06d")
                        .chain(number -> terms.conclude(
                                        tx, id, parties, request.priority(), work.begins(parties), contractId)
                                .map(on -> Ticket.open(id, request, parties, number, on, work.begins(parties), tx.by())
                                        .planned(work)))
                        .invoke(ticket -> ticket.parties = parties))
                .chain(tx::add)
                .call(ticket -> watch(tx, ticket));
    }

    /** Another day for what a plan has made. What the contract includes is kept for that day. */
    Uni<Ticket> move(Tx tx, Ticket ticket, PlannedWork work, UUID contractId) {
        return Agreements.release(tx, ticket.id(), ticket.promise.agreement)
                .chain(tx.session()::flush)
                .chain(() -> Parties.of(tx, ticket))
                .invoke(parties -> ticket.parties = parties)
                .chain(parties -> terms.conclude(
                                tx, ticket.id(), parties, ticket.priority, work.begins(parties), contractId)
                        .invoke(on -> ticket.planFor(work, work.begins(parties), on, tx.by())))
                .chain(() -> watch(tx, ticket))
                .replaceWith(ticket);
    }

    /** Its plan, if it has one, goes on when the work is over. */
    Uni<Void> tellPlan(Tx tx, Ticket ticket, boolean done) {
        return ticket.planned == null
                ? Uni.createFrom().voidItem()
                : errands.later(
                        tx,
                        TicketErrand.PLANNED_WORK,
                        ticket.subject(),
                        new PlannedWork.Over(
                                ticket.planned.planId(),
                                ticket.id(),
                                done,
                                ticket.lastClosedAt(tx.by().at())),
                        tx.by().at());
    }

    private Ticket asTheCompanyWants(Ticket ticket) {
        return switch (settings.ordersAreMade()) {
            case AT_ONCE -> ticket;
            case AFTER_QUALIFICATION -> ticket.toBeQualified();
        };
    }

    /** Has the next mark of its clocks told, as they run now. */
    Uni<Void> watch(Tx tx, Ticket ticket) {
        return ticket.promise
                .nextMark()
                .map(at -> errands.later(
                        tx,
                        TicketErrand.PROMISED_TIME,
                        ticket.subject(),
                        new WatchPromise.Which(ticket.id(), ticket.promise.clockVersion),
                        at))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** By the calendar that counts for it now: what is due otherwise is watched anew. @param ticket with its parties */
    Uni<Void> comeDue(Tx tx, Ticket ticket) {
        return terms.readTimes(tx, ticket)
                .chain(() -> ticket.promise.needsCalendar() && new PromiseWatch(ticket, tx.by()).comeDue()
                        ? watch(tx, ticket)
                        : Uni.createFrom().voidItem());
    }

    /** The new one. */
    Uni<Ticket> followUp(Tx tx, UUID id, String why) {
        return load(tx, id)
                .chain(over -> Belonging.current(tx, over.customerId)
                        .chain(customer -> open(tx, over.again(customer), null, Parties::requireMachineStill))
                        .invoke(next -> over.followedUpBy(next, why, tx.by())));
    }

    /** The customer has answered: what is promised runs on. */
    Uni<Ticket> resume(Tx tx, UUID id) {
        return loadToTell(tx, id).invoke(ticket -> ticket.resume(tx.by())).call(ticket -> watch(tx, ticket));
    }

    /**
     * The customer has written. Refused with 422 where there is no such ticket.
     *
     * @param isRead whether a person has seen it
     * @param answeredAt when they wrote it; null if no person did
     */
    public Uni<Ticket> hear(Tx tx, UUID id, String words, boolean isRead, Instant answeredAt) {
        return loadToTell(tx, id).call(ticket -> {
            int clocks = ticket.promise.clockVersion;
            ticket.hear(words, isRead, answeredAt, tx.by());
            return ticket.promise.clockVersion == clocks ? Uni.createFrom().voidItem() : watch(tx, ticket);
        });
    }

    Uni<Ticket> markRead(Tx tx, UUID id) {
        return loadToTell(tx, id).invoke(ticket -> ticket.markRead(tx.by()));
    }

    /** Dispatch makes a further order of it, and what is promised runs on. */
    Uni<Ticket> reopen(Tx tx, UUID id, String why) {
        return loadToTell(tx, id)
                .invoke(ticket -> reopening(ticket).reopen(Ids.next(), why, tx.by()))
                .call(ticket -> watch(tx, ticket));
    }

    private Reopening reopening(Ticket ticket) {
        return new Reopening(ticket, Duration.ofDays(settings.reopenWithinDays()));
    }

    /** What its contract includes is not needed for it, unless somebody had set out: then what was done decides. */
    Uni<Ticket> callOff(Tx tx, UUID id, BiConsumer<Ticket, By> command) {
        return loadToTell(tx, id)
                .invoke(ticket -> command.accept(ticket, tx.by()))
                .call(ticket -> ticket.hasBegun()
                        ? Uni.createFrom().voidItem()
                        : Agreements.release(tx, ticket.id(), ticket.promise.agreement))
                .call(ticket -> tellPlan(tx, ticket, false));
    }

    /** For a command: locked, with its orders. */
    Uni<Ticket> load(Tx tx, UUID id) {
        return tx.load(Ticket.class, id)
                .call(ticket -> tx.session().fetch(ticket.orders))
                .invoke(ticket -> reopening(ticket).offer(tx.by().at()))
                .call(ticket -> terms.readTimes(tx, ticket));
    }

    /** The same for a command of which others are told. */
    public Uni<Ticket> loadToTell(Tx tx, UUID id) {
        return load(tx, id).call(ticket -> Parties.of(tx, ticket).invoke(parties -> ticket.parties = parties));
    }

    /** The same to correct it: with whom and what it will be about, and on which terms. */
    Uni<Ticket> loadToCorrect(Tx tx, UUID id, TicketDetails details) {
        return load(tx, id)
                .call(ticket -> Parties.held(tx, Parties.Refs.of(ticket.customerId, details))
                        .invoke(parties -> ticket.corrected = parties)
                        .chain(() -> Parties.of(tx, ticket))
                        .invoke(parties -> ticket.parties = parties)
                        .chain(() -> anew(tx, ticket, details))
                        .invoke(on -> ticket.correctedTerms = on)
                        .chain(() -> errands.later(
                                tx,
                                TicketErrand.PROMISED_TIME,
                                ticket.subject(),
                                new WatchPromise.Which(id, ticket.promise.clockVersion + 1),
                                tx.by().at())));
    }

    /**
     * Another site or machine may be under something else; what was kept for it is kept anew. Once a job of it is closed it stays under
     * what it is: by that was decided what is covered, and what was used is debited.
     */
    private Uni<TicketTerms> anew(Tx tx, Ticket ticket, TicketDetails details) {
        boolean isElsewhere =
                !details.locationId().equals(ticket.locationId) || !Objects.equals(details.assetId(), ticket.assetId);
        return isElsewhere && ticket.orders.stream().noneMatch(TicketOrder::isClosed)
                ? Agreements.release(tx, ticket.id(), ticket.promise.agreement)
                        .chain(tx.session()::flush)
                        .chain(() ->
                                terms.conclude(tx, ticket.id(), ticket.corrected, details.priority(), ticket.askedAt()))
                : terms.of(tx, ticket.promise.agreement, ticket.corrected, details.priority());
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
                .getSingleResultOrNull()
                .onItem()
                .ifNotNull()
                .invoke(ticket -> reopening(ticket).offer(clock.instant()));
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
