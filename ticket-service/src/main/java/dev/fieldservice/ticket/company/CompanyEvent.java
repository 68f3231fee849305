package dev.fieldservice.ticket.company;

import dev.fieldservice.platform.events.DomainEvent;

/** What others are told about the company. */
public sealed interface CompanyEvent extends DomainEvent {

    record Changed(Company company, WorkCalendar calendar) implements CompanyEvent {}
}
