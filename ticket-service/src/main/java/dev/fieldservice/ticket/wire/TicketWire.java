package dev.fieldservice.ticket.wire;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.events.DomainEvent;
import dev.fieldservice.platform.events.Wire;
import dev.fieldservice.ticket.company.CompanyChangedPayload;
import dev.fieldservice.ticket.company.CompanyEvent;
import dev.fieldservice.ticket.contacts.ContactChangedPayload;
import dev.fieldservice.ticket.contacts.ContactEvent;
import dev.fieldservice.ticket.coverage.CoverageDecidedPayload;
import dev.fieldservice.ticket.coverage.CoverageEvent;
import dev.fieldservice.ticket.customers.CustomerChangedPayload;
import dev.fieldservice.ticket.customers.CustomerEvent;
import dev.fieldservice.ticket.tickets.SlaWarnedPayload;
import dev.fieldservice.ticket.tickets.TicketChangedPayload;
import dev.fieldservice.ticket.tickets.TicketCreatedPayload;
import dev.fieldservice.ticket.tickets.TicketEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The mapping of domain events to messages: names and versions are chosen in these switches and nowhere else. */
@ApplicationScoped
public class TicketWire implements Wire {

    @Override
    public Message write(DomainEvent event) {
        return switch (event) {
            case CompanyEvent told -> write(told);
            case CoverageEvent decided -> write(decided);
            case CustomerEvent told -> write(told);
            case ContactEvent told -> write(told);
            default -> write((TicketEvent) event);
        };
    }

    private static Message write(CoverageEvent event) {
        return switch (event) {
            case CoverageEvent.Decided e ->
                message(Topics.COVERAGE_DECIDED, e.decision().id(), CoverageDecidedPayload.of(e));
        };
    }

    private static Message write(CustomerEvent event) {
        return switch (event) {
            case CustomerEvent.Changed e ->
                message(Topics.CUSTOMER_CHANGED, e.customer().id(), CustomerChangedPayload.of(e));
        };
    }

    private static Message write(ContactEvent event) {
        return switch (event) {
            case ContactEvent.Changed e ->
                message(Topics.CONTACT_CHANGED, e.contact().id(), ContactChangedPayload.of(e));
        };
    }

    private static Message write(CompanyEvent event) {
        return switch (event) {
            case CompanyEvent.Changed e ->
                message(Topics.COMPANY_CHANGED, e.company().id(), CompanyChangedPayload.of(e));
        };
    }

    private static Message write(TicketEvent event) {
        return switch (event) {
            case TicketEvent.Created e ->
                message(Topics.TICKET_CREATED, e.ticket().id(), TicketCreatedPayload.of(e));
            case TicketEvent.Changed e ->
                message(Topics.TICKET_CHANGED, e.ticket().id(), TicketChangedPayload.of(e));
            case TicketEvent.Warned e -> message(Topics.SLA_WARNED, e.ticket().id(), SlaWarnedPayload.of(e));
        };
    }

    private static Message message(String topic, UUID key, Object payload) {
        return new Message(topic, 1, key.toString(), payload);
    }
}
