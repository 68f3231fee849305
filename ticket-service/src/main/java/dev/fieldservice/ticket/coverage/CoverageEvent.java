package dev.fieldservice.ticket.coverage;

import dev.fieldservice.platform.events.DomainEvent;

/** The domain events about coverage, which others are told. */
public sealed interface CoverageEvent extends DomainEvent {

    record Decided(CoverageDecision decision) implements CoverageEvent {}
}
