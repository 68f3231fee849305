package dev.fieldservice.ticket.tickets;

import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.ticket.contracts.Contract;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.UUID;

/** The tickets that maintenance plans make, move and withdraw. Of one that somebody has begun nothing is changed. */
@ApplicationScoped
public class PlannedTickets {

    private final Tickets tickets;

    PlannedTickets(Tickets tickets) {
        this.tickets = tickets;
    }

    /** The zone of the site. Refused with 422 where a reference leads nowhere, to another customer's, or to a machine that is retired or stands at another site. */
    public static Uni<ZoneId> requireParties(Tx tx, UUID customerId, TicketDetails details) {
        return Parties.held(tx, Parties.Refs.of(customerId, details))
                .invoke(Parties::requireCustomerStillThere)
                .invoke(Parties::requireMachine)
                .map(parties -> ZoneId.of(parties.location().ref().timeZone()));
    }

    /** @param contractId under which it is wanted; null for whichever fits */
    public Uni<Ticket> open(Tx tx, UUID customerId, TicketDetails details, PlannedWork work, UUID contractId) {
        NewTicket request = new NewTicket(
                Channel.PLAN,
                customerId,
                details.contactId(),
                details.locationId(),
                details.assetId(),
                details.serviceType(),
                details.priority(),
                details.summary(),
                details.instructions(),
                details.requiredSkills(),
                null,
                false);
        return tickets.open(tx, request, work, contractId);
    }

    /** Has a ticket say what its plan says by now. @return false where it has been begun or is over */
    public Uni<Boolean> follow(Tx tx, UUID id, TicketDetails details, PlannedWork work, UUID contractId) {
        return tickets.load(tx, id).chain(ticket -> {
            if (!ticket.isUnbegun()) {
                return Uni.createFrom().item(false);
            }
            Uni<Ticket> corrected = TicketDetails.of(ticket).equals(details)
                    ? Uni.createFrom().item(ticket)
                    : tickets.loadToCorrect(tx, id, details).invoke(found -> found.correct(details, tx.by()));
            return corrected
                    .chain(found -> isToBeUnder(tx, found, work, contractId)
                            .chain(another -> work.equals(found.planned) && !another
                                    ? Uni.createFrom().item(found)
                                    : tickets.move(tx, found, work, contractId)))
                    .replaceWith(true);
        });
    }

    /** Whether the plan's contract is another, and covers it. */
    private static Uni<Boolean> isToBeUnder(Tx tx, Ticket ticket, PlannedWork work, UUID contractId) {
        return ticket.isUnder(contractId)
                ? Uni.createFrom().item(false)
                : tx.session()
                        .find(Contract.class, contractId)
                        .map(contract -> contract.covers(work.plannedFor(), ticket.locationId, ticket.assetId));
    }

    /** Calls a ticket off that its plan does not want any more. @return false where it has been begun or is over */
    public Uni<Boolean> withdraw(Tx tx, UUID id, String why) {
        return tickets.load(tx, id)
                .chain(found -> found.isUnbegun()
                        ? tickets.callOff(tx, id, (ticket, by) -> ticket.cancel(by, why))
                                .replaceWith(true)
                        : Uni.createFrom().item(false));
    }
}
