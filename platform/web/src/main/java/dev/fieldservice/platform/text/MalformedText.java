package dev.fieldservice.platform.text;

/** A text that cannot be stored, sent or shown by all who will have to. */
public final class MalformedText extends IllegalArgumentException {

    MalformedText(String message) {
        super(message, null);
    }
}
