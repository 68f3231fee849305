package dev.fieldservice.players.cycle;

/** One capability of the cycle: what people do, and what follows from it. */
@FunctionalInterface
public interface Step {

    /** @throws RuntimeException when something did not happen that should have */
    void play(Job job);
}
