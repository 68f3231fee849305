package dev.fieldservice.platform.problems;

import java.util.List;
import java.util.function.Supplier;

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

    /** Reads what stands in the body at this place: there is what is wrong with it. */
    public static <T> T within(String place, Supplier<T> read) {
        try {
            return read.get();
        } catch (Refused refused) {
            throw refused.within(place);
        }
    }

    /** The same of what stands in the body at this place. */
    public Refused within(String place) {
        if (refusal instanceof Refusal.Invalid wrong) {
            return new Refusal.Invalid(wrong.code(), wrong.detail(), within(place, wrong.errors())).refused();
        }
        if (refusal instanceof Refusal.RuleViolated rule) {
            return new Refusal.RuleViolated(rule.code(), rule.detail(), within(place, rule.errors())).refused();
        }
        return this;
    }

    private static List<FieldError> within(String place, List<FieldError> errors) {
        return errors.stream()
                .map(error -> new FieldError(place + error.pointer(), error.code(), error.detail()))
                .toList();
    }
}
