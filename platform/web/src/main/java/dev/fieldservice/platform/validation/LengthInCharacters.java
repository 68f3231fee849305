package dev.fieldservice.platform.validation;

import dev.fieldservice.platform.text.TakenText;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Size;

/** Lengths are counted in characters (code points), as JSON Schema counts them; Java would count an emoji twice. */
public class LengthInCharacters implements ConstraintValidator<Size, String> {

    private int least;
    private int most;

    @Override
    public void initialize(Size size) {
        least = size.min();
        most = size.max();
    }

    @Override
    public boolean isValid(String text, ConstraintValidatorContext context) {
        if (text == null) {
            return true;
        }
        int length = TakenText.length(text);
        return length >= least && length <= most;
    }
}
