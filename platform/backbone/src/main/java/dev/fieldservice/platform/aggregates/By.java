package dev.fieldservice.platform.aggregates;

import dev.fieldservice.platform.security.Caller;
import java.time.Instant;
import java.util.UUID;

/**
 * The context of a command: on whose behalf, when, and under which key something is done.
 *
 * @param at server time of the command; aggregates take time from here and never from the system
 * @param commandId the idempotency key of the request or the id of the event
 * @param traceparent W3C trace context that events of this command carry on
 */
public record By(Caller caller, Instant at, String commandId, String traceparent) {

    public UUID id() {
        return caller.id();
    }

    /** The service itself, acting because of an event. */
    public static By service(String name, Instant at, String eventId, String traceparent) {
        return new By(Caller.nobody(name), at, eventId, traceparent);
    }
}
