package dev.fieldservice.contracts;

import dev.fieldservice.contracts.codes.Units;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A quantity of pieces is whole. Checked where quantities come in, not where stored ones are read. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = WholePieces.Check.class)
public @interface WholePieces {

    String message() default "must be whole: this unit counts pieces";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Blames the amount. */
    class Check implements ConstraintValidator<WholePieces, Quantity> {
        @Override
        public boolean isValid(Quantity quantity, ConstraintValidatorContext context) {
            if (quantity == null || Units.fits(quantity.amount(), quantity.unit())) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("amount")
                    .addConstraintViolation();
            return false;
        }
    }
}
