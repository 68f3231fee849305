package dev.fieldservice.players.client;

import java.time.Duration;

/** The exception of a run that is being broken off. */
public final class Interrupted extends RuntimeException {

    public Interrupted() {
        super("interrupted");
    }

    public static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted();
        }
    }
}
