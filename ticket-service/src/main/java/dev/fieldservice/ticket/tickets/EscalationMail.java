package dev.fieldservice.ticket.tickets;

import static java.util.Map.entry;

import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.mail.Mail;
import dev.fieldservice.platform.mail.MailAddress;
import dev.fieldservice.platform.mail.MailKind;
import dev.fieldservice.platform.mail.MailPurpose;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.ticket.company.Company;
import dev.fieldservice.ticket.escalations.EscalationPlan;
import dev.fieldservice.ticket.promises.Clocks;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The mail that tells somebody of the company that a promised time has come to a mark. None is sent where there is nothing to be done
 * by now, or to whom the plan names no more.
 */
@ApplicationScoped
public class EscalationMail implements MailKind<EscalationMail.Content> {

    private static final MailPurpose PURPOSE = new MailPurpose(
            "escalation",
            Map.ofEntries(
                    entry("number", "T-2026-000042"),
                    entry("priority", "HIGH"),
                    entry("topic", "Vitrina frigorifică nu mai răcește"),
                    entry("customer", "Hotel Carpați SRL"),
                    entry("site", "Restaurant"),
                    entry("response", true),
                    entry("percent", 75),
                    entry("due", ZonedDateTime.of(2026, 3, 9, 9, 0, 0, 0, ZoneId.of("Europe/Bucharest"))),
                    entry("name", "Sorin Dumitru"),
                    entry("company", "Frigo Service")));

    public record Content(UUID ticketId, UUID escalationId) {}

    @Override
    public List<MailPurpose> purposes() {
        return List.of(PURPOSE);
    }

    @Override
    public Class<Content> content() {
        return Content.class;
    }

    @Override
    public Uni<Optional<Mail>> write(Tx tx, Errand<Content> errand) {
        return tx.session()
                .find(Ticket.class, errand.content().ticketId())
                .chain(ticket -> ticket.promise
                        .standing(errand.content().escalationId())
                        .map(told -> write(tx, ticket, told))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private static Uni<Optional<Mail>> write(Tx tx, Ticket ticket, Escalation told) {
        return tx.session()
                .find(EscalationPlan.class, EscalationPlan.ID)
                .map(plan ->
                        plan.enabled(told.personId()).flatMap(person -> MailAddress.firstUsable(person.email(), null)))
                .chain(address -> address.map(
                                recipient -> mail(tx, ticket, told, recipient).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private static Uni<Mail> mail(Tx tx, Ticket ticket, Escalation told, String recipient) {
        return tx.session()
                .find(Company.class, Company.ID)
                .chain(company -> Parties.of(tx, ticket)
                        .map(parties -> new Mail(
                                told.id(),
                                PURPOSE.name(),
                                company.languages(),
                                recipient,
                                model(ticket, parties, told, company),
                                List.of())));
    }

    private static Map<String, Object> model(Ticket ticket, Parties parties, Escalation told, Company company) {
        boolean isResponse = told.clock() == Clocks.Kind.RESPONSE;
        Instant due = isResponse ? ticket.promise.respondBy : ticket.promise.resolveBy;
        return Map.ofEntries(
                entry("number", ticket.number),
                entry("priority", ticket.priority.name()),
                entry("topic", ticket.summary),
                entry("customer", parties.customer().ref().name()),
                entry("site", parties.location().ref().name()),
                entry("response", isResponse),
                entry("percent", told.percent()),
                entry("due", due.atZone(company.zone())),
                entry("name", told.name()),
                entry("company", company.tradeName()));
    }

    @Override
    public Uni<Void> sent(Tx tx, Errand<Content> errand) {
        return Uni.createFrom().voidItem();
    }

    /** Stands in the history of the ticket, which is on the list of whom it was escalated to all the same. */
    @Override
    public Uni<Void> failed(Tx tx, Errand<Content> errand, String why) {
        return Uni.createFrom().voidItem();
    }
}
