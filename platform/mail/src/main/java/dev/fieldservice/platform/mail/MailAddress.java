package dev.fieldservice.platform.mail;

import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Addresses that may stand in the header of a mail: no spaces, no line breaks, no second recipient. */
public final class MailAddress {

    private static final Pattern USABLE =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+");

    private MailAddress() {}

    /** The first that can be used; those that are null count as not there. */
    public static Optional<String> firstUsable(String first, String second) {
        return Stream.of(Optional.ofNullable(first), Optional.ofNullable(second))
                .flatMap(Optional::stream)
                .map(MailAddress::ascii)
                .filter(address -> USABLE.matcher(address).matches())
                .findFirst();
    }

    /** Headers and SMTP take domains in the letters of other languages by their code (IDNA) only. */
    private static String ascii(String address) {
        int at = address.lastIndexOf('@');
        try {
            return at < 0 ? address : address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
        } catch (IllegalArgumentException noDomain) {
            return address;
        }
    }
}
