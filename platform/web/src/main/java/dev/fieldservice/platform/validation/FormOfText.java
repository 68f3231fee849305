package dev.fieldservice.platform.validation;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Pattern;

/**
 * The form of a text. Java's patterns go one deeper with each repetition of a group, until the stack ends: a text that is too long for
 * that is of no form that we ask for.
 */
public class FormOfText implements ConstraintValidator<Pattern, String> {

    private java.util.regex.Pattern form;

    @Override
    public void initialize(Pattern wanted) {
        int flags = 0;
        for (Pattern.Flag flag : wanted.flags()) {
            flags |= flag.getValue();
        }
        form = java.util.regex.Pattern.compile(wanted.regexp(), flags);
    }

    @Override
    public boolean isValid(String text, ConstraintValidatorContext context) {
        try {
            return text == null || form.matcher(text).matches();
        } catch (StackOverflowError tooLong) {
            return false;
        }
    }
}
