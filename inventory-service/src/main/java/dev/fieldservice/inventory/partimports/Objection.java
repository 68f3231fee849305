package dev.fieldservice.inventory.partimports;

import dev.fieldservice.platform.problems.FieldError;
import dev.fieldservice.platform.problems.Refusal;

/** Why a row is not taken. @param field the column, or null where it is the row as a whole */
record Objection(String field, String code, String detail) {

    /** The same words as for a part that is entered alone. */
    static Objection of(Refusal refusal) {
        return refusal instanceof Refusal.RuleViolated rule && !rule.errors().isEmpty()
                ? of(rule.errors().getFirst())
                : new Objection(null, refusal.code(), refusal.detail());
    }

    private static Objection of(FieldError error) {
        return new Objection(PartColumns.of(error.pointer().substring(1)), error.code(), error.detail());
    }

    /** Stops the reading of a row. */
    static final class Raised extends RuntimeException {

        private final transient Objection objection;

        Raised(String field, String code, String detail) {
            super(code, null, false, false);
            this.objection = new Objection(field, code, detail);
        }

        Objection objection() {
            return objection;
        }
    }
}
