package dev.fieldservice.platform.problems;

/**
 * One thing wrong with the request.
 *
 * @param pointer JSON pointer (RFC 6901) into the body, or the name of the parameter or header
 * @param code stable, kebab-case
 * @param detail for people
 */
public record FieldError(String pointer, String code, String detail) {}
