package dev.fieldservice.platform.phones;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Telephone numbers, read as people write them and kept in E.164 ({@code +40722555010}; an extension as in RFC 3966,
 * {@code +40215550100;ext=12}), so that a number is found however it is written.
 */
@ApplicationScoped
public class Phones {

    private static final int COMPARED = 9;
    private static final int FEWEST = 6;
    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final PhoneConfig config;

    public Phones(PhoneConfig config) {
        this.config = config;
    }

    /**
     * The number as it is kept; refused with 400 if there can be no such number.
     *
     * @param pointer where it stands in the body
     * @param phone null if none was given
     * @param country of a number without country code; null if not known
     */
    public String taken(String pointer, String phone, String country) {
        if (phone == null) {
            return null;
        }
        return kept(phone, country)
                .orElseThrow(() -> Refusal.Invalid.field(
                                pointer,
                                "phone-number",
                                "A telephone number is expected, best with its country code: +40 722 555 010.")
                        .refused());
    }

    /**
     * By what numbers are compared, also with those that were stored as they had been typed: the last nine digits.
     *
     * @param parameter the query parameter, named if it holds no number
     */
    public String key(String parameter, String phone) {
        String digits = digits(kept(phone, null).orElse(phone));
        if (digits.length() < FEWEST) {
            throw Refusal.Invalid.field(parameter, "phone-number", "At least six digits are expected.")
                    .refused();
        }
        return digits.substring(Math.max(0, digits.length() - COMPARED));
    }

    /** The digits of what may be a beginning alone, without what is dialled before them from abroad or within the country. */
    public String national(String said) {
        String all = digits(said);
        String digits = withoutZeros(all);
        String country = String.valueOf(numbers.getCountryCodeForRegion(config.country()));
        boolean isFromAbroad = said.strip().startsWith("+") || all.startsWith("00");
        return isFromAbroad && digits.startsWith(country) ? withoutZeros(digits.substring(country.length())) : digits;
    }

    private static String withoutZeros(String digits) {
        return digits.replaceFirst("^0+", "");
    }

    private static String digits(String phone) {
        int extension = phone.indexOf(';');
        return (extension < 0 ? phone : phone.substring(0, extension)).replaceAll("[^0-9]", "");
    }

    private Optional<String> kept(String phone, String country) {
        try {
            PhoneNumber number = numbers.parse(phone, country == null ? config.country() : country);
            return Optional.of(number).filter(numbers::isValidNumber).map(this::written);
        } catch (NumberParseException noNumber) {
            return Optional.empty();
        }
    }

    private String written(PhoneNumber number) {
        String main = numbers.format(number, PhoneNumberFormat.E164);
        return number.hasExtension() ? main + ";ext=" + number.getExtension() : main;
    }
}
