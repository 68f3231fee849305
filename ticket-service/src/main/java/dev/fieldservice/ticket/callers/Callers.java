package dev.fieldservice.ticket.callers;

import dev.fieldservice.contracts.codes.TaxIds;
import dev.fieldservice.platform.phones.Phones;
import dev.fieldservice.platform.rest.TextSearch;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Finds who is calling by whatever they say. Words have to occur all in one place: in what is known of the customer, a contact, a
 * site or a machine. Only where nothing is found, who has a similar name.
 */
final class Callers {

    private static final int FEWEST_DIGITS = 6;
    private static final int COMPARED = 9;
    private static final String NOTHING = "-";

    private Callers() {}

    /** @param said one line; refused with 400 where nothing in it can be looked for */
    static Uni<List<LikelyCaller>> find(Mutiny.Session session, Phones phones, String said) {
        List<String> words = TextSearch.words(said);
        String whole = said.strip();
        String digits = said.replaceAll("[^0-9]", "");
        String beginning = beginning(phones.national(said));
        var query = session.createNativeQuery(CallerSearch.sql(words), Object[].class)
                .setParameter("all", whole)
                .setParameter("phone", whole(digits))
                .setParameter("phoneFrom", beginning)
                .setParameter("phoneThrough", through(beginning))
                .setParameter("tax", tax(said));
        for (int i = 0; i < words.size(); i++) {
            query.setParameter("word" + i, words.get(i));
        }
        return query.getResultList()
                .chain(found -> found.isEmpty() && isName(whole) ? resembling(session, whole) : rows(found));
    }

    private static Uni<List<LikelyCaller>> resembling(Mutiny.Session session, String whole) {
        return session.createNativeQuery(CallerSearch.resembling(), Object[].class)
                .setParameter("all", whole)
                .getResultList()
                .chain(Callers::rows);
    }

    private static Uni<List<LikelyCaller>> rows(List<Object[]> rows) {
        return Uni.createFrom()
                .item(rows.stream()
                        .map(row ->
                                new LikelyCaller((UUID) row[0], (String) row[1], List.of(((String) row[2]).split(","))))
                        .toList());
    }

    /** Numbers and addresses of mail are right or wrong. */
    private static boolean isName(String whole) {
        return whole.chars().noneMatch(sign -> sign == '@' || Character.isDigit(sign));
    }

    private static String whole(String digits) {
        return digits.length() < FEWEST_DIGITS ? NOTHING : digits.substring(Math.max(0, digits.length() - COMPARED));
    }

    /** How a number begins of which not all is known yet, as it is dialled within the country. */
    private static String beginning(String national) {
        return national.length() < FEWEST_DIGITS || national.length() >= COMPARED ? NOTHING : national;
    }

    /** The last number that begins so. */
    private static String through(String beginning) {
        return beginning.equals(NOTHING) ? NOTHING : beginning + "9".repeat(COMPARED - beginning.length());
    }

    private static String tax(String said) {
        String number = TaxIds.number(said);
        return number == null || number.isEmpty() ? NOTHING : number;
    }
}
