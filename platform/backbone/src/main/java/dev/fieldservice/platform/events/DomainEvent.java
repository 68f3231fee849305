package dev.fieldservice.platform.events;

/** The marker of domain events: what a service tells others. Each service has one sealed family of these. */
public interface DomainEvent {}
