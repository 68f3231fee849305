package dev.fieldservice.platform.inbox;

/** The other edge of a service, mirror of its {@code Wire}: the one table of its message handlers. */
@FunctionalInterface
public interface Listening {

    /** Asked once, at the start. */
    Handlers handlers();
}
