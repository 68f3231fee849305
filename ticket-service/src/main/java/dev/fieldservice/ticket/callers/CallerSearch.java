package dev.fieldservice.ticket.callers;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The statements that find callers. Each place where something may stand is asked by its index and gives few, whatever the planner
 * knows of what is looked for: how a text begins is a range of {@code text_pattern_ops}, and what occurs in it is a pattern
 * whose trigrams the index has. What is as it was said comes before what begins so, that before what it occurs in.
 */
final class CallerSearch {

    /** As long as the texts by whose beginnings the index goes. */
    private static final int BEGINNING = 60;

    /** The shortest in which an index finds something, wherever it stands. */
    private static final Pattern TRIGRAM = Pattern.compile("[\\p{L}\\p{N}]{3}");

    private static final String EXACTLY = """
            select customer_id, 'TICKET' as why, 3 as rank, cast(1 as real) as likeness from ticket where number = upper(:all)
            union all (select id, 'PHONE', 3, 1 from customer where phone_key(phone) = :phone limit 20)
            union all (select customer_id, 'PHONE', 3, 1 from contact where phone_key(phone) = :phone limit 20)
            union all (select id, 'EMAIL', 3, 1 from customer where lower(email) = lower(:all) limit 20)
            union all (select customer_id, 'EMAIL', 3, 1 from contact where lower(email) = lower(:all) limit 20)
            union all (select customer_id, 'SERIAL_NUMBER', 3, 1 from asset
                where compared(serial_number) = compared(:all) limit 20)
            union all (select id, 'TAX_ID', 3, 1 from customer where tax_key = :tax limit 20)
            union all (select id, 'CUSTOMER', 3, 1 from customer where compared(name) = compared(:all) limit 20)""";

    private static final String BEGINNING_OF_PHONE = """

            union all (select %s, 'PHONE', 2, 1 from %s where phone_key(phone) between :phoneFrom and :phoneThrough limit 20)""";

    private static final String BEGINNING_OF_TEXT = """

            union all (select %1$s, '%2$s', 2, 1 from %3$s
                where %4$s ~>=~ (select %5$s) and %4$s ~<~ (select %5$s || chr(1114111))
                order by %4$s using ~<~ limit 20)""";

    /**
     * Of those in which it occurs the likest 20 of the first 100, so that a word that all have costs little more than one that few
     * have. Materialized: a planner that knew of the limit would rather look into all rows until it has so many.
     */
    private static final String OCCURS = """

            union all (select customer_id, '%2$s', 1, strict_word_similarity((select folded(:all)), search_text) as likeness
                  from (with found as materialized (select %1$s as customer_id, search_text from %3$s where %4$s)
                        select * from found limit 100) listed
                 order by likeness desc, customer_id limit 20)""";

    private static final String RESEMBLES = """
            (select %s as customer_id, '%s' as why, 0 as rank, word_similarity((select folded(:all)), search_text) as likeness
               from (with found as materialized (select * from %s where (select folded(:all)) <%% search_text)
                     select * from found limit 100) listed
              order by likeness desc, id limit 20)""";

    private static final String TOGETHER = """
            with hit (customer_id, why, rank, likeness) as (
            %s)
            select c.id, c.name, string_agg(why, ',' order by rank desc, why)
              from (select coalesce(m.merged_into, m.id) as customer_id, why, max(rank) as rank, max(likeness) as likeness
                      from hit join customer m on m.id = hit.customer_id group by 1, 2) found
              join customer c on c.id = found.customer_id
             group by c.id, c.name
             order by max(rank) desc, max(likeness) desc, count(*) desc, c.name, c.id limit 20""";

    private CallerSearch() {}

    /** Where what was said stands, at the beginning or further on. */
    static String sql(List<String> words) {
        String occurs = occurs(words);
        return TOGETHER.formatted(EXACTLY
                + BEGINNING_OF_PHONE.formatted("id", "customer")
                + BEGINNING_OF_PHONE.formatted("customer_id", "contact")
                + beginning("customer_id", "SERIAL_NUMBER", "asset", "compared(serial_number)", "compared(:all)")
                + beginning("id", "CUSTOMER", "customer", beginning("search_text"), beginning("folded(:all)"))
                + beginning("customer_id", "CONTACT", "contact", beginning("search_text"), beginning("folded(:all)"))
                + OCCURS.formatted("id", "CUSTOMER", "customer", occurs)
                + OCCURS.formatted("customer_id", "CONTACT", "contact", occurs)
                + OCCURS.formatted("customer_id", "SITE", "service_location", occurs)
                + OCCURS.formatted("customer_id", "MACHINE", "asset", occurs));
    }

    /** For what stands nowhere: who is called similarly. */
    static String resembling() {
        return TOGETHER.formatted(RESEMBLES.formatted("id", "CUSTOMER", "customer")
                + "\nunion all "
                + RESEMBLES.formatted("customer_id", "CONTACT", "contact"));
    }

    private static String beginning(String customer, String why, String table, String text, String said) {
        return BEGINNING_OF_TEXT.formatted(customer, why, table, text, said);
    }

    private static String beginning(String text) {
        return "left(" + text + ", " + BEGINNING + ")";
    }

    /**
     * Every word, anywhere. Where all are too short for that to be found by an index, where words begin: blanks around it make
     * trigrams of its letters.
     */
    private static String occurs(List<String> words) {
        String one = words.stream().anyMatch(CallerSearch::hasTrigrams)
                ? "search_text like (select contained(:word%1$d))"
                : "(search_text like (select substr(contained(:word%1$d), 2))"
                        + " or search_text like (select contained(' ' || cast(:word%1$d as text))))";
        return IntStream.range(0, words.size()).mapToObj(one::formatted).collect(Collectors.joining(" and "));
    }

    private static boolean hasTrigrams(String word) {
        return TRIGRAM.matcher(word).find();
    }
}
