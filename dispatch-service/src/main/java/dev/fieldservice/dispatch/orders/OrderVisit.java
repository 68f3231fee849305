package dev.fieldservice.dispatch.orders;

/** A visit together with the order it serves. */
public record OrderVisit(ServiceOrder order, Appointment appointment) {}
