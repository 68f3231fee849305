package dev.fieldservice.platform.problems;

/** The exception that carries a {@link Refusal} to the one place that turns it into an HTTP answer. */
public final class Refused extends RuntimeException {

    private final transient Refusal refusal;

    public Refused(Refusal refusal) {
        super(refusal.code() + ": " + refusal.detail(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
