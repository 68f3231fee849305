package dev.fieldservice.bench.stack;

/**
 * Somebody who is signed in.
 *
 * @param id the token's subject
 */
public record Person(String id, String token) {}
