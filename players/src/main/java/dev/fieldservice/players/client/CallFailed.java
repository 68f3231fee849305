package dev.fieldservice.players.client;

/** A call that did not go as it should, told so that a person can act on it. */
public final class CallFailed extends RuntimeException {

    public CallFailed(String message) {
        super(message);
    }
}
