package dev.fieldservice.dispatch.delays;

/**
 * A message to a customer.
 *
 * @param id the same on every attempt, so that the receiving side can tell a repetition
 */
record Message(String id, String recipient, String subject, String text) {}
