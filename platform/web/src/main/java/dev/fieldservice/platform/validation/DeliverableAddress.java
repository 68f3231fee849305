package dev.fieldservice.platform.validation;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Email;
import java.net.IDN;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An e-mail address to which a mail can be sent from anywhere: a mailbox as RFC 5321 has it, at a name of the public DNS. The
 * domain may be written with the letters of any language (IDNA).
 */
public class DeliverableAddress implements ConstraintValidator<Email, String> {

    private static final Pattern MAILBOX =
            Pattern.compile("(?=.{1,64}$)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern TOP = Pattern.compile("[a-z]{2,63}|xn--[a-z0-9-]{1,57}[a-z0-9]");
    private static final int LONGEST = 254;
    private static final int LONGEST_DOMAIN = 253;

    /** RFC 6761, 6762, 3172: never in the public DNS, or never with mailboxes. */
    private static final Set<String> NOWHERE = Set.of("localhost", "invalid", "local", "internal", "onion", "arpa");

    @Override
    public boolean isValid(String text, ConstraintValidatorContext context) {
        if (text == null || text.isEmpty()) {
            return true;
        }
        int at = text.lastIndexOf('@');
        return at > 0
                && text.length() <= LONGEST
                && MAILBOX.matcher(text.substring(0, at)).matches()
                && ascii(text.substring(at + 1))
                        .filter(DeliverableAddress::isPublicName)
                        .isPresent();
    }

    private static boolean isPublicName(String domain) {
        String[] labels = domain.split("\\.", -1);
        String top = labels[labels.length - 1];
        return domain.length() <= LONGEST_DOMAIN
                && labels.length >= 2
                && Arrays.stream(labels).allMatch(label -> LABEL.matcher(label).matches())
                && TOP.matcher(top).matches()
                && !NOWHERE.contains(top);
    }

    private static Optional<String> ascii(String domain) {
        try {
            return Optional.of(IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException noDomain) {
            return Optional.empty();
        }
    }
}
