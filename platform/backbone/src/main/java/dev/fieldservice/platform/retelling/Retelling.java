package dev.fieldservice.platform.retelling;

/** Which of a service's events carry a state and can therefore be raised anew: one table in {@code wire}. */
@FunctionalInterface
public interface Retelling {

    /** Asked once, at the start. */
    Tellings tellings();
}
