package dev.fieldservice.ticket.incoming;

import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds the ticket that a mail is about. A reply to what we have answered to a mail names an id that nobody else knows; a number in
 * the subject is believed of those only who are known at the ticket's customer, since anybody can write one, and so is the id of the
 * ticket, which those know who work on it; it stands in all that is written about it.
 */
final class Conversations {

    private static final Pattern OURS = Pattern.compile(
            "<([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})@(ticket-service|conversation)\\.fieldservice>");
    private static final Pattern OF_A_SERVICE = Pattern.compile("@([a-z]+-service|conversation)\\.fieldservice>$");
    private static final Pattern NUMBER = Pattern.compile("\\b(T|SO)-[0-9]{4}-[0-9]{6,}\\b");
    private static final int MOST_NUMBERS = 5;

    private static final String BY_REFERENCE = """
            select m.message_id, m.id, m.ticket_id from incoming_mail m
             where m.ticket_id is not null
               and (m.message_id in (:messages) or m.id in (:ids)) order by m.id limit 500""";

    private static final String BY_NUMBER = """
            select t.id, coalesce(c.merged_into, c.id) from ticket t join customer c on c.id = t.customer_id
             where t.number in (:numbers) or t.id in (:ids)
                or t.id in (select o.ticket_id from ticket_order o where o.number in (:numbers))
             order by t.id limit 1""";

    private static final UUID NONE = new UUID(0, 0);

    private Conversations() {}

    /** @param isTrusted whether nothing more has to be known of the sender */
    record Found(UUID ticketId, UUID customerId, boolean isTrusted) {}

    static Uni<Optional<Found>> find(Tx tx, IncomingMail mail) {
        List<UUID> ours = ours(mail.answers());
        return byReference(tx, mail.answers(), ours)
                .chain(found -> found.isPresent()
                        ? Uni.createFrom().item(found)
                        : byNumber(tx, numbers(mail.subjectLine()), ours));
    }

    private static List<UUID> ours(List<String> answers) {
        return answers.stream()
                .map(OURS::matcher)
                .filter(Matcher::matches)
                .map(matcher -> UUID.fromString(matcher.group(1)))
                .toList();
    }

    private static Uni<Optional<Found>> byReference(Tx tx, List<String> answers, List<UUID> ours) {
        if (answers.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return tx.session()
                .createNativeQuery(BY_REFERENCE, Object[].class)
                .setParameter("messages", answers)
                .setParameter("ids", orNone(ours))
                .getResultList()
                .map(mails -> mails.stream()
                        .min(Comparator.comparingInt(mail -> distance(mail, answers)))
                        .map(mail -> new Found((UUID) mail[2], null, true)));
    }

    /** A thread may go on about another ticket: the mail that is answered counts, and not what it answered. */
    private static int distance(Object[] mail, List<String> answers) {
        return IntStream.range(0, answers.size())
                .filter(at -> answers.get(at).equals(mail[0]) || answers.get(at).startsWith("<" + mail[1] + "@"))
                .findFirst()
                .orElse(answers.size());
    }

    private static Uni<Optional<Found>> byNumber(Tx tx, List<String> numbers, List<UUID> ours) {
        if (numbers.isEmpty() && ours.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return tx.session()
                .createNativeQuery(BY_NUMBER, Object[].class)
                .setParameter("numbers", numbers.isEmpty() ? List.of("") : numbers)
                .setParameter("ids", orNone(ours))
                .getResultList()
                .map(rows -> rows.stream().findFirst().map(row -> new Found((UUID) row[0], (UUID) row[1], false)));
    }

    /** Whether it answers something that we have written. */
    static boolean answersUs(IncomingMail mail) {
        return mail.answers().stream().anyMatch(id -> OF_A_SERVICE.matcher(id).find());
    }

    private static List<UUID> orNone(List<UUID> ids) {
        return ids.isEmpty() ? List.of(NONE) : ids;
    }

    static List<String> numbers(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .limit(MOST_NUMBERS)
                .toList();
    }
}
