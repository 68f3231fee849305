package dev.fieldservice.contracts.codes;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A tax or VAT identifier that can exist, see {@link TaxIds}. Checked where texts come in, not where stored ones are read. */
@Target({FIELD, METHOD, PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = TaxIdentifier.Check.class)
public @interface TaxIdentifier {

    String message() default "must be a tax or VAT identifier that can exist; its form or its check digit is wrong";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks form and check digit. */
    class Check implements ConstraintValidator<TaxIdentifier, String> {
        @Override
        public boolean isValid(String id, ConstraintValidatorContext context) {
            return id == null || TaxIds.canExist(id);
        }
    }
}
