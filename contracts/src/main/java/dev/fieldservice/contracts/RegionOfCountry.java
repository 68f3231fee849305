package dev.fieldservice.contracts;

import static java.lang.annotation.ElementType.TYPE;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rule that a region that has the form of an ISO 3166-2 code is one of the address's country; of Romania it is one of its
 * counties, which the tax office looks up. Checked where texts come in, not where stored ones are read.
 */
@Target(TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = RegionOfCountry.Check.class)
public @interface RegionOfCountry {

    String message() default "must be a part of the country of the address if it is a code of ISO 3166-2, such as RO-B";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Looks it up. */
    class Check implements ConstraintValidator<RegionOfCountry, Address> {

        private static final Pattern UPPER = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");
        private static final Pattern LOWER = Pattern.compile("[a-z]{2}-[a-z0-9]{1,3}");
        private static final Set<String> ROMANIAN = Set.of(
                "AB", "AG", "AR", "B", "BC", "BH", "BN", "BR", "BT", "BV", "BZ", "CJ", "CL", "CS", "CT", "CV", "DB",
                "DJ", "GJ", "GL", "GR", "HD", "HR", "IF", "IL", "IS", "MH", "MM", "MS", "NT", "OT", "PH", "SB", "SJ",
                "SM", "SV", "TL", "TM", "TR", "VL", "VN", "VS");

        @Override
        public boolean isValid(Address address, ConstraintValidatorContext context) {
            if (address == null || address.region() == null || address.countryCode() == null) {
                return true;
            }
            String code = address.region().toUpperCase(Locale.ROOT);
            if (!isCode(address.region()) || isOf(address.countryCode(), code)) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("region")
                    .addConstraintViolation();
            return false;
        }

        /** A code is written in one case; {@code Al-Ain} is a name. */
        private static boolean isCode(String region) {
            return UPPER.matcher(region).matches() || LOWER.matcher(region).matches();
        }

        private static boolean isOf(String country, String code) {
            return code.startsWith(country + "-") && (!country.equals("RO") || ROMANIAN.contains(code.substring(3)));
        }
    }
}
