package dev.fieldservice.ticket.mailbox;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The rules by which a mail is known that no person has written (RFC 3834, RFC 3464, RFC 2919): each names why it makes no ticket.
 * The first that fits counts.
 */
final class Automatic {

    private static final Pattern OWN_ID = Pattern.compile("@[a-z]+-service\\.fieldservice>$");
    private static final Pattern NOBODY = Pattern.compile("^(mailer-daemon|postmaster|mail-daemon)@.*");
    private static final Pattern ABSENT = Pattern.compile(
            "(?iu)^(automatic reply|auto(matic)?[ -]?reply|out of (the )?office|r[ăa]spuns automat|automatische antwort|abwesenheitsnotiz)\\b.*");
    private static final Set<String> BULK = Set.of("bulk", "list", "junk");

    /**
     * What the rules look at.
     *
     * @param header the first of a name, in lower case; empty if there is none
     * @param own addresses that are ours, in lower case
     */
    record Signs(Envelope envelope, Function<String, String> header, Set<String> own) {

        boolean has(String name) {
            return !header.apply(name).isEmpty();
        }

        boolean says(String name, String words) {
            return header.apply(name).contains(words);
        }
    }

    private record Rule(String reason, Predicate<Signs> fits) {}

    private static final List<Rule> RULES = List.of(
            new Rule("own-mail", Automatic::isOwn),
            new Rule("bounce", Automatic::isBounce),
            new Rule("receipt", Automatic::isReceipt),
            new Rule("automatic-reply", Automatic::isReply),
            new Rule("list", Automatic::isList));

    private Automatic() {}

    static Optional<String> reason(Signs signs) {
        return RULES.stream()
                .filter(rule -> rule.fits().test(signs))
                .map(Rule::reason)
                .findFirst();
    }

    /** Written by a machine, such as the alarm of a cold store: it may be about work, and is never answered. */
    static boolean isGenerated(Signs signs) {
        return signs.has("Auto-Submitted")
                && !signs.header().apply("Auto-Submitted").startsWith("no");
    }

    private static boolean isOwn(Signs signs) {
        String from = signs.envelope().from();
        String id = signs.envelope().messageId();
        return from != null && signs.own().contains(from)
                || id != null && OWN_ID.matcher(id.toLowerCase(Locale.ROOT)).find();
    }

    private static boolean isBounce(Signs signs) {
        String from = signs.envelope().from();
        return signs.header().apply("Return-Path").strip().equals("<>")
                || signs.says("Content-Type", "report-type=delivery-status")
                || signs.says("Content-Type", "report-type=\"delivery-status\"")
                || from != null && NOBODY.matcher(from).matches();
    }

    private static boolean isReceipt(Signs signs) {
        return signs.says("Content-Type", "multipart/report") && signs.says("Content-Type", "disposition-notification");
    }

    private static boolean isReply(Signs signs) {
        return signs.says("Auto-Submitted", "auto-replied")
                || signs.has("X-Autoreply")
                || signs.has("X-Autorespond")
                || signs.says("Precedence", "auto_reply")
                || ABSENT.matcher(signs.envelope().subject()).matches();
    }

    private static boolean isList(Signs signs) {
        return signs.has("List-Id")
                || signs.has("List-Unsubscribe")
                || signs.has("List-Post")
                || BULK.contains(signs.header().apply("Precedence").strip());
    }
}
