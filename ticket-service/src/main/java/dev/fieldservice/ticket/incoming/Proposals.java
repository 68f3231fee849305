package dev.fieldservice.ticket.incoming;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.reactive.mutiny.Mutiny;

/** Guesses whose a mail may be, for the dispatcher who decides: by its sender, and by what its text names. */
final class Proposals {

    private static final String LIKELIEST = """
            with hit (customer_id, why, weight) as (
                select customer_id, 'TICKET', 8 from ticket where number in (:numbers)
                union all select customer_id, 'SENDER', 8 from contact where lower(email) = :from
                union all select id, 'SENDER', 8 from customer where lower(email) = :from
                union all select customer_id, 'SERIAL_NUMBER', 6 from asset
                    where compared(serial_number) in (select compared(w) from unnest(string_to_array(:words, chr(10))) w)
                union all select id, 'TAX_ID', 6 from customer where tax_key in (:digits)
                union all select customer_id, 'PHONE', 4 from contact where phone_key(phone) in (:phones)
                union all select id, 'PHONE', 4 from customer where phone_key(phone) in (:phones)
                union all select customer_id, 'DOMAIN', 2 from contact where lower(split_part(email, '@', 2)) = :domain
                union all select id, 'DOMAIN', 2 from customer where lower(split_part(email, '@', 2)) = :domain
                union all (select id, 'NAME', 1 from customer
                    where search_text like (select contained(:firm)) limit 20))
            select c.id, c.name, string_agg(h.why, ',' order by h.weight desc, h.why)
              from (select distinct coalesce(m.merged_into, m.id) as customer_id, why, weight
                      from hit join customer m on m.id = hit.customer_id) h
              join customer c on c.id = h.customer_id
             group by c.id, c.name order by sum(h.weight) desc, c.id limit 5""";

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ().\\-/]{7,20}[0-9]");
    private static final Pattern DIGITS = Pattern.compile("\\b(?:RO)?\\s?([0-9]{4,10})\\b");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\-/.]{3,40}[\\p{L}\\p{N}]");
    private static final Set<String> ANYBODYS = Set.of(
            "gmail.com",
            "googlemail.com",
            "yahoo.com",
            "yahoo.ro",
            "outlook.com",
            "hotmail.com",
            "live.com",
            "icloud.com",
            "aol.com",
            "gmx.de",
            "gmx.net",
            "web.de",
            "proton.me",
            "protonmail.com",
            "mail.ru");
    private static final int MOST = 100;
    private static final int SEEN = 20_000;
    private static final int COMPARED = 9;
    private static final int SHORTEST_FIRM = 4;
    private static final String NOTHING = "-";

    private Proposals() {}

    /** A customer whose a mail may be. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "LikelyCustomer")
    public record LikelyCustomer(
            UUID customerId,
            String name,

            @Schema(
                    description = "What speaks for it: TICKET, SENDER, SERIAL_NUMBER, TAX_ID, PHONE, DOMAIN or NAME",
                    examples = "[\"DOMAIN\",\"PHONE\"]")
            List<String> because) {}

    /** The likeliest first; at most five. */
    static Uni<List<LikelyCustomer>> of(Mutiny.Session session, IncomingMail mail) {
        String text = mail.subjectLine() + "\n"
                + mail.text().substring(0, Math.min(mail.text().length(), SEEN));
        String from = mail.fromAddress == null ? NOTHING : mail.fromAddress;
        String domain = domain(from);
        return session.createNativeQuery(LIKELIEST, Object[].class)
                .setParameter("numbers", orNothing(Conversations.numbers(text)))
                .setParameter("from", from)
                .setParameter("words", words(text))
                .setParameter("digits", orNothing(found(DIGITS, text, 1)))
                .setParameter("phones", orNothing(phones(text)))
                .setParameter("domain", domain)
                .setParameter("firm", firm(domain))
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new LikelyCustomer(
                                (UUID) row[0], (String) row[1], List.of(((String) row[2]).split(","))))
                        .toList());
    }

    private static String words(String text) {
        return found(WORD, text, 0).stream()
                .filter(word -> word.chars().anyMatch(Character::isDigit))
                .collect(Collectors.joining("\n"));
    }

    private static List<String> phones(String text) {
        return found(PHONE, text, 0).stream()
                .map(phone -> phone.replaceAll("[^0-9]", ""))
                .filter(digits -> digits.length() >= COMPARED)
                .map(digits -> digits.substring(digits.length() - COMPARED))
                .toList();
    }

    private static List<String> found(Pattern pattern, String text, int group) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(group))
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static List<String> orNothing(List<String> some) {
        return some.isEmpty() ? List.of(NOTHING) : some;
    }

    private static String domain(String from) {
        String domain = from.substring(from.lastIndexOf('@') + 1);
        return ANYBODYS.contains(domain) ? NOTHING : domain;
    }

    /** The name in a domain: of {@code mail.frigo-nord.ro} it is {@code frigo-nord}. One that finds nobody where there is none. */
    private static String firm(String domain) {
        return Stream.of(domain)
                .flatMap(whole -> {
                    List<String> labels = Arrays.asList(whole.split("\\."));
                    return labels.size() < 2 ? Stream.empty() : Stream.of(labels.get(labels.size() - 2));
                })
                .filter(label -> label.length() >= SHORTEST_FIRM)
                .findFirst()
                .orElse("\u0001\u0001\u0001\u0001");
    }
}
