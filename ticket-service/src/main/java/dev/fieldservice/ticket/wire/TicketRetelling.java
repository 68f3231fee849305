package dev.fieldservice.ticket.wire;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.retelling.Retelling;
import dev.fieldservice.platform.retelling.Tellings;
import dev.fieldservice.ticket.company.Company;
import dev.fieldservice.ticket.company.PublicHolidays;
import dev.fieldservice.ticket.contacts.Contact;
import dev.fieldservice.ticket.coverage.CoverageDecision;
import dev.fieldservice.ticket.customers.Customer;
import dev.fieldservice.ticket.tickets.Ticket;
import dev.fieldservice.ticket.tickets.Tickets;
import jakarta.enterprise.context.ApplicationScoped;

/** The table of events that can be replayed: a row for each event that carries a state. */
@ApplicationScoped
public class TicketRetelling implements Retelling {

    private final PublicHolidays holidays;

    public TicketRetelling(PublicHolidays holidays) {
        this.holidays = holidays;
    }

    @Override
    public Tellings tellings() {
        return Tellings.table()
                .on(Topics.COMPANY_CHANGED, Company.class, (company, by) -> company.tellAgain(holidays))
                .reading(Topics.TICKET_CHANGED, Ticket.class, Tickets::tellAgain)
                .on(Topics.COVERAGE_DECIDED, CoverageDecision.class, (decision, by) -> decision.tellAgain())
                .on(Topics.CUSTOMER_CHANGED, Customer.class, Customer::tellAgain)
                .on(Topics.CONTACT_CHANGED, Contact.class, Contact::tellAgain);
    }
}
