package dev.fieldservice.dispatch.delays;

import io.smallrye.mutiny.Uni;

/** A way to reach customers. Today by mail; another way, such as SMS, is another implementation. */
interface Messenger {

    /**
     * Completes when the next server has taken the message.
     *
     * <p>Fails with {@link Undeliverable} if trying again will not help; with anything else if it may.
     */
    Uni<Void> send(Message message);

    /** The recipient or the message was refused for good. */
    final class Undeliverable extends RuntimeException {
        Undeliverable(Throwable cause) {
            super(cause.getMessage(), cause);
        }
    }
}
