package dev.fieldservice.ticket.company;

import dev.fieldservice.platform.events.DomainEvent;

/** The domain events about the company, which others are told. */
public sealed interface CompanyEvent extends DomainEvent {

    record Changed(Company company, WorkCalendar calendar) implements CompanyEvent {}
}
