package dev.fieldservice.ticket.callers;

import dev.fieldservice.contracts.codes.TaxIds;
import dev.fieldservice.platform.rest.TextSearch;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Finds who is calling by whatever they say: each place where it may stand is asked by its index, and gives few. Words have to
 * occur all in one place: in what is known of the customer, a contact, a site or a machine.
 */
final class Callers {

    private static final int FEWEST_DIGITS = 6;
    private static final int COMPARED = 9;
    private static final String NOTHING = "-";

    private static final String BY_NUMBERS = """
            with hit (customer_id, why, weight) as (
                select customer_id, 'TICKET', 9 from ticket where number = upper(:all)
                union all (select id, 'PHONE', 8 from customer where phone_key(phone) = :phone limit 20)
                union all (select customer_id, 'PHONE', 8 from contact where phone_key(phone) = :phone limit 20)
                union all (select customer_id, 'SERIAL_NUMBER', 8 from asset
                    where compared(serial_number) = compared(:all) limit 20)
                union all (select id, 'TAX_ID', 8 from customer where tax_key = :tax limit 20)""";
    private static final String BY_TEXT = """

                union all (select %s, '%s', %d from %s where %s limit 20)""";
    private static final String TOGETHER = """
            )
            select c.id, c.name, string_agg(h.why, ',' order by h.weight desc, h.why)
              from (select distinct coalesce(m.merged_into, m.id) as customer_id, why, weight
                      from hit join customer m on m.id = hit.customer_id) h
              join customer c on c.id = h.customer_id
             group by c.id, c.name order by sum(h.weight) desc, c.name, c.id limit 20""";

    private Callers() {}

    /** @param said one line; refused with 400 where nothing in it can be looked for */
    static Uni<List<LikelyCaller>> find(Mutiny.Session session, String said) {
        List<String> words = TextSearch.words(said);
        var query = session.createNativeQuery(sql(words.size()), Object[].class)
                .setParameter("all", said.strip())
                .setParameter("phone", phone(said))
                .setParameter("tax", tax(said));
        for (int i = 0; i < words.size(); i++) {
            query.setParameter("word" + i, words.get(i));
        }
        return query.getResultList()
                .map(rows -> rows.stream()
                        .map(row ->
                                new LikelyCaller((UUID) row[0], (String) row[1], List.of(((String) row[2]).split(","))))
                        .toList());
    }

    static String sql(int words) {
        String all = IntStream.range(0, words)
                .mapToObj(i -> "search_text like (select contained(:word" + i + "))")
                .collect(Collectors.joining(" and "));
        return BY_NUMBERS
                + BY_TEXT.formatted("id", "CUSTOMER", 4, "customer", all)
                + BY_TEXT.formatted("customer_id", "CONTACT", 3, "contact", all)
                + BY_TEXT.formatted("customer_id", "SITE", 2, "service_location", all)
                + BY_TEXT.formatted("customer_id", "MACHINE", 1, "asset", all)
                + TOGETHER;
    }

    private static String phone(String said) {
        String digits = said.replaceAll("[^0-9]", "");
        return digits.length() < FEWEST_DIGITS ? NOTHING : digits.substring(Math.max(0, digits.length() - COMPARED));
    }

    private static String tax(String said) {
        String number = TaxIds.number(said);
        return number == null || number.isEmpty() ? NOTHING : number;
    }
}
