package dev.fieldservice.bench.measure;

/** A figure could not be measured; the message says why, in one line. */
public final class Unmeasurable extends RuntimeException {

    public Unmeasurable(String why) {
        super(why);
    }

    public Unmeasurable(String why, Throwable cause) {
        super(why, cause);
    }
}
