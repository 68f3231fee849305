package dev.fieldservice.ticket.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * From whom a mail is, about what, and to which it answers, as far as its headers can be read.
 *
 * @param messageId null if it has none
 * @param from the address in lower case; null if there is none
 * @param fromName null if none is given
 * @param subject empty if it has none
 * @param sentAt as the sender's clock says; null if it does not
 * @param answers the {@code Message-ID}s of those to which it answers, the nearest first
 */
public record Envelope(
        String messageId, String from, String fromName, String subject, Instant sentAt, List<String> answers) {

    private static final Pattern ID = Pattern.compile("<[^<>\\s]{3,250}>");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"(),;:]{1,64}@[^\\s<>\"(),;:]{3,253}");
    private static final int MOST_ANSWERED = 50;
    private static final int LONGEST = 200;
    private static final int LONGEST_ADDRESS = 254;
    private static final Instant FIRST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");

    static Envelope of(MimeMessage mail) {
        String from = header(mail, "From").map(Letters::ofHeader).orElse("");
        return new Envelope(
                ids(mail, "Message-ID").findFirst().orElse(null),
                address(from),
                name(mail),
                SafeText.line(header(mail, "Subject").map(Letters::ofHeader).orElse(""), LONGEST),
                sentAt(mail),
                Stream.concat(ids(mail, "In-Reply-To"), ids(mail, "References").toList().reversed().stream())
                        .distinct()
                        .limit(MOST_ANSWERED)
                        .toList());
    }

    /** A subject without what programs put before it. */
    public static String topic(String subject) {
        return subject.replaceFirst("(?i)^((re|fw|fwd|aw|wg|rv|răsp|rasp)\\s*(\\[\\d+])?\\s*:\\s*)+", "");
    }

    static Optional<String> header(MimeMessage mail, String name) {
        try {
            return Optional.ofNullable(mail.getHeader(name)).map(values -> values[0]);
        } catch (MessagingException broken) {
            return Optional.empty();
        }
    }

    private static Stream<String> ids(MimeMessage mail, String name) {
        return header(mail, name).stream()
                .flatMap(value -> ID.matcher(value).results().map(MatchResult::group))
                .map(id -> SafeText.line(id, LONGEST_ADDRESS));
    }

    private static String address(String from) {
        return ADDRESS.matcher(from)
                .results()
                .map(MatchResult::group)
                .map(found -> SafeText.line(found.toLowerCase(Locale.ROOT), LONGEST_ADDRESS))
                .filter(found -> !found.isEmpty())
                .reduce((first, last) -> from.contains("<") ? last : first)
                .orElse(null);
    }

    private static String name(MimeMessage mail) {
        String raw = header(mail, "From").orElse("");
        String name;
        try {
            InternetAddress[] found = InternetAddress.parseHeader(raw, false);
            name = found.length == 0 ? null : found[0].getPersonal();
        } catch (MessagingException broken) {
            name = raw.contains("<") ? raw.substring(0, raw.indexOf('<')) : null;
        }
        String seen = name == null ? "" : SafeText.line(Letters.ofHeader(name).replace("\"", ""), LONGEST);
        return seen.isEmpty() ? null : seen;
    }

    private static Instant sentAt(MimeMessage mail) {
        try {
            return Optional.ofNullable(mail.getSentDate())
                    .map(java.util.Date::toInstant)
                    .filter(at -> at.isAfter(FIRST) && at.isBefore(LAST))
                    .orElse(null);
        } catch (MessagingException broken) {
            return null;
        }
    }
}
