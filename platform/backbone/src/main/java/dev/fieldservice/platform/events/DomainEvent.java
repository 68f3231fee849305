package dev.fieldservice.platform.events;

/** Marks what a service tells others. Each service has one sealed family of these. */
public interface DomainEvent {}
