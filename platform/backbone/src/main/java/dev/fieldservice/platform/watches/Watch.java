package dev.fieldservice.platform.watches;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Something that waits for somebody, as the database counts it, and the list in which it stands. Nothing in it is ever made of what a
 * caller sent.
 *
 * @param what for programs: {@code REVIEWS_WAITING}
 * @param roles who may read the list
 * @param list path and query of the list of what is counted, and of nothing else
 * @param from SQL: the table, with its alias
 * @param where SQL: which of its rows; {@code cast(:now as timestamptz)} is the time of the question
 * @param since SQL: since when one of them waits
 * @param divisions by what they are counted apart as well
 */
public record Watch(
        String what,
        Set<String> roles,
        String list,
        String from,
        String where,
        String since,
        List<Division> divisions) {

    /** More than anybody looks at: of the rest the list tells. */
    static final int MOST_SHARES = 100;

    private static final String ALL = """
            select '%s' as what, cast(null as text) as apart_by, cast(null as text) as id, cast(null as text) as name,
                   count(*) as many, min(%s) as oldest
              from %s where %s""";

    private static final String SHARES = """
            (select '%s', '%s', cast(%s as text), max(%s), count(*), min(%s)
               from %s %s where %s and %3$s is not null group by %3$s order by 5 desc, 3 limit %d)""";

    /**
     * Who or where each of what waits belongs to; some may belong to several, others to none.
     *
     * @param by for programs: {@code PERSON}
     * @param join SQL after the table, or nothing
     * @param id SQL: of whom or what
     * @param name SQL: for people to read
     * @param parameter of the list, which takes the id
     */
    public record Division(String by, String join, String id, String name, String parameter) {}

    public Watch(String what, Set<String> roles, String list, String from, String where, String since) {
        this(what, roles, list, from, where, since, List.of());
    }

    public Watch by(String by, String join, String id, String name, String parameter) {
        List<Division> more = new ArrayList<>(divisions);
        more.add(new Division(by, join, id, name, parameter));
        return new Watch(what, roles, list, from, where, since, more);
    }

    /** One row for all of it, then one for each share. */
    Stream<String> selects() {
        return Stream.concat(
                Stream.of(ALL.formatted(what, since, from, where)),
                divisions.stream()
                        .map(apart -> SHARES.formatted(
                                what,
                                apart.by(),
                                apart.id(),
                                apart.name(),
                                since,
                                from,
                                apart.join(),
                                where,
                                MOST_SHARES)));
    }

    /** The list of one share. */
    String listOf(String by, String id) {
        String parameter = divisions.stream()
                .filter(division -> division.by().equals(by))
                .findFirst()
                .orElseThrow()
                .parameter();
        return list + (list.contains("?") ? "&" : "?") + parameter + "=" + id;
    }
}
