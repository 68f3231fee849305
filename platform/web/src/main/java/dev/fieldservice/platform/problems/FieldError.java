package dev.fieldservice.platform.problems;

import dev.fieldservice.platform.text.TakenText;

/**
 * One thing wrong with the request.
 *
 * @param pointer JSON pointer (RFC 6901) into the body, or the name of the parameter or header
 * @param code stable, kebab-case
 * @param detail for people
 */
public record FieldError(String pointer, String code, String detail) {

    /** The name of an unknown parameter is the caller's own text, and may be cut in the middle of a character. */
    public FieldError {
        pointer = TakenText.shown(pointer);
    }
}
