package dev.fieldservice.platform.watches;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
 * @param kept how many there were at a moment of the past can be told, by these steps of the history
 */
public record Watch(
        String what,
        Set<String> roles,
        String list,
        String from,
        String where,
        String since,
        List<Division> divisions,
        Optional<Kept> kept) {

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
     * Those that have left the state since were in it, and those that have come into it were not. What is older is passed over by the
     * primary key, which begins with the time: an index of its own on a table to which every command writes would cost them all.
     */
    private static final String THEN = """
            select '%s' as what, cast(null as text) as apart_by, cast(null as text) as id, cast(null as text) as name,
                   (select count(*) from %s where %s)
                   + count(*) filter (where h.from_state = '%s')
                   - count(*) filter (where h.to_state = '%4$s' or h.action = '%s') as many,
                   cast(null as timestamptz) as oldest
              from history h
             where h.subject_type = '%s' and h.recorded_at > cast(:then as timestamptz) and h.id >= cast(:from as uuid)""";

    /**
     * Its rows are those in one state, and each way into that and out of it stands in the history.
     *
     * @param subject the kind of thing, as the history calls it
     * @param begunBy the step with which one is made in this state; empty if none is
     */
    record Kept(String subject, String state, String begunBy) {}

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
        this(what, roles, list, from, where, since, List.of(), Optional.empty());
    }

    /** Can be told as of a moment of the past: it is in one state, and others become that. */
    public Watch kept(String subject, String state) {
        return kept(subject, state, "");
    }

    /** The same where one begins in that state. @param begunBy the step that stands in the history of each new one */
    public Watch kept(String subject, String state, String begunBy) {
        return new Watch(
                what, roles, list, from, where, since, divisions, Optional.of(new Kept(subject, state, begunBy)));
    }

    public Watch by(String by, String join, String id, String name, String parameter) {
        List<Division> more = new ArrayList<>(divisions);
        more.add(new Division(by, join, id, name, parameter));
        return new Watch(what, roles, list, from, where, since, more, kept);
    }

    /** One row for all of it, as it was then. */
    String selectThen(Kept steps) {
        return THEN.formatted(what, from, where, steps.state(), steps.begunBy(), steps.subject());
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
