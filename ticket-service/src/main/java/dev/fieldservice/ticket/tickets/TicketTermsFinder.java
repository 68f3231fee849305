package dev.fieldservice.ticket.tickets;

import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.ticket.company.PublicHolidays;
import dev.fieldservice.ticket.company.WorkTime;
import dev.fieldservice.ticket.contracts.Agreement;
import dev.fieldservice.ticket.contracts.Agreements;
import dev.fieldservice.ticket.contracts.Promise;
import dev.fieldservice.ticket.locations.ServiceLocation;
import dev.fieldservice.ticket.promises.Counted;
import dev.fieldservice.ticket.promises.Target;
import dev.fieldservice.ticket.promises.Times;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/** Finds on which terms a request is taken: those of its contract, else those of its priority. */
@ApplicationScoped
class TicketTermsFinder {

    private final ServiceLevels levels;
    private final PublicHolidays holidays;

    TicketTermsFinder(ServiceLevels levels, PublicHolidays holidays) {
        this.levels = levels;
        this.holidays = holidays;
    }

    /** Of a new one, or of one that is about something else now; what the contract includes is kept for it. */
    Uni<TicketTerms> conclude(Tx tx, UUID ticketId, Parties parties, Priority priority, Instant askedAt) {
        return conclude(tx, ticketId, parties, priority, askedAt, null);
    }

    /** @param contractId under which it is wanted; null for whichever fits */
    Uni<TicketTerms> conclude(
            Tx tx, UUID ticketId, Parties parties, Priority priority, Instant askedAt, UUID contractId) {
        LocalDate day =
                askedAt.atZone(ZoneId.of(parties.location().ref().timeZone())).toLocalDate();
        Agreements.Request request = new Agreements.Request(
                ticketId,
                parties.customerWhoIsKept(),
                parties.location().id(),
                parties.asset().map(asset -> asset.id()).orElse(null),
                day,
                contractId);
        return Agreements.conclude(tx, request)
                .onItem()
                .transform(Optional::ofNullable)
                .chain(agreement -> of(tx, agreement.orElse(null), parties, priority));
    }

    /** Of one that stays under what it is. @param agreement null if that is nothing */
    Uni<TicketTerms> of(Tx tx, Agreement agreement, Parties parties, Priority priority) {
        Target target = Optional.ofNullable(agreement)
                .flatMap(known -> known.promise(priority.name()))
                .map(TicketTermsFinder::target)
                .orElseGet(() -> target(levels.of(priority)));
        Uni<Times> counted = target.counted() == Counted.WORKING_HOURS
                ? workingHours(tx, parties.location())
                : Uni.createFrom().item(Times.ALWAYS);
        return counted.map(times -> new TicketTerms(agreement, target, times));
    }

    private static Target target(Promise promise) {
        return new Target(
                Duration.ofMinutes(promise.respondMinutes()),
                Duration.ofMinutes(promise.resolveMinutes()),
                promise.counted());
    }

    private static Target target(ServiceLevels.Level level) {
        return new Target(level.respond(), level.resolve(), level.counted());
    }

    /** Reads with a ticket by what its clocks count. */
    Uni<Void> readTimes(Tx tx, Ticket ticket) {
        Uni<Times> counted = ticket.promise.needsCalendar()
                ? tx.session().find(ServiceLocation.class, ticket.locationId).chain(site -> workingHours(tx, site))
                : Uni.createFrom().item(Times.ALWAYS);
        return counted.invoke(times -> ticket.promise.times = times).replaceWithVoid();
    }

    private Uni<Times> workingHours(Tx tx, ServiceLocation site) {
        return site.workTime(holidays)
                .orElseGet(() -> WorkTime.read(tx.session(), holidays))
                .map(time -> new Times(Optional.of(time)));
    }
}
