package dev.fieldservice.dispatch.worktypes;

import dev.fieldservice.platform.events.DomainEvent;

/** The domain events about work types, which others are told. */
public sealed interface WorkTypeEvent extends DomainEvent {

    record Defined(WorkType workType, WorkTypeDetails details, boolean retired) implements WorkTypeEvent {}
}
