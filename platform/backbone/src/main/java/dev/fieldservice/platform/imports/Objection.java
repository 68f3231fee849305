package dev.fieldservice.platform.imports;

import dev.fieldservice.platform.problems.FieldError;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.problems.Refused;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Why a row is not taken. @param field the column, or null where it is the row as a whole */
public record Objection(String field, String code, String detail) {

    private static final Pattern PARTS = Pattern.compile("[/.\\[\\]]+");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z]\\w*");

    /** The same words as for what is entered alone. @param column of a place in a body: the names that lead there, by dots */
    public static Objection of(Refusal refusal, UnaryOperator<String> column) {
        List<FieldError> errors = switch (refusal) {
            case Refusal.RuleViolated rule -> rule.errors();
            case Refusal.Invalid wrong -> wrong.errors();
            default -> List.of();
        };
        return errors.isEmpty() ? new Objection(null, refusal.code(), refusal.detail()) : of(errors.getFirst(), column);
    }

    private static Objection of(FieldError error, UnaryOperator<String> column) {
        return new Objection(column.apply(names(error.pointer())), error.code(), error.detail());
    }

    /** Raises the first that the bounds of its fields object to. @param column of a property: the names that lead there, by dots */
    public static <T> void requireValid(Validator validator, T wanted, UnaryOperator<String> column) {
        validator.validate(wanted).stream()
                .min(Comparator.comparing(
                        violation -> violation.getPropertyPath().toString()))
                .ifPresent(violation -> raise(violation, column));
    }

    private static void raise(ConstraintViolation<?> violation, UnaryOperator<String> column) {
        String constraint = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        throw new Raised(
                column.apply(names(violation.getPropertyPath().toString())),
                constraint.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT),
                violation.getMessage());
    }

    /** Raises what is refused while this is read. @param column of a place in a body: the names that lead there, by dots */
    public static <T> T reading(Supplier<T> read, UnaryOperator<String> column) {
        try {
            return read.get();
        } catch (Refused refused) {
            throw new Raised(of(refused.refusal(), column));
        }
    }

    /** Of {@code /otherUnits/0/unit} or {@code otherUnits[0].unit} it is {@code otherUnits.unit}. */
    private static String names(String place) {
        return PARTS.splitAsStream(place)
                .filter(part -> NAME.matcher(part).matches())
                .collect(Collectors.joining("."));
    }

    /** The last of some names. */
    public static String last(String names) {
        return names.substring(names.lastIndexOf('.') + 1);
    }

    /** Stops the reading of a row. */
    public static final class Raised extends RuntimeException {

        private final transient Objection objection;

        public Raised(String field, String code, String detail) {
            this(new Objection(field, code, detail));
        }

        Raised(Objection objection) {
            super(objection.code(), null, false, false);
            this.objection = objection;
        }

        public Objection objection() {
            return objection;
        }
    }
}
