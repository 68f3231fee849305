package dev.fieldservice.local;

/** Why the stack cannot run, in words for the person who started it. */
public final class StackFailure extends RuntimeException {

    public StackFailure(String message) {
        super(message);
    }

    public StackFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
