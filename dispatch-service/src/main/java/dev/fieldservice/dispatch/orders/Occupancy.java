package dev.fieldservice.dispatch.orders;

import java.time.Duration;
import java.time.Instant;

/**
 * The overlap of a visit {@code a} with a range, as conditions with the parameters {@code from}, {@code to} and {@code now}, and
 * in SQL {@code soon}: by its plan until it has ended, by what is expected or has been, and for as long as it goes on. When work
 * ends that takes longer than planned nobody knows: it goes on for a while yet ({@link #soon}).
 */
public final class Occupancy {

    private static final Duration STEP = Duration.ofMinutes(15);

    /** Whoever is late on the way has all the work still before them. */
    private static final String GOES_ON_UNTIL = """
            greatest(cast(:now as timestamptz),
                     case when coalesce(a.busy_until, a.ends_at) <= cast(:now as timestamptz) then cast(:soon as timestamptz) end,
                     case when a.state = 'TRAVELLING' and coalesce(a.expected_arrival, a.starts_at) < cast(:now as timestamptz)
                          then cast(:now as timestamptz) + (a.ends_at - a.starts_at) end)""";

    /** In SQL, for planning: at a visit by what is expected, or at work on it now; what the plan alone says is free. */
    static final String BUSY_SQL = """
            (coalesce(a.busy_from, a.starts_at) < cast(:to as timestamptz)
               and coalesce(a.busy_until, a.ends_at) > cast(:from as timestamptz)
              or a.state in ('TRAVELLING', 'ON_SITE', 'IN_PROGRESS') and a.begun_at < cast(:to as timestamptz)
               and cast(:from as timestamptz) <\s""" + GOES_ON_UNTIL + ")";

    /** In HQL, for showing: also where it is planned, or rests. */
    public static final String SHOWN = """
            (a.times.endedAt is null and a.times.startsAt < :to and a.times.endsAt > :from
              or coalesce(a.times.busyFrom, a.times.startsAt) < :to and coalesce(a.times.busyUntil, a.times.endsAt) > :from
              or a.state in (TRAVELLING, ON_SITE, IN_PROGRESS, PAUSED) and a.times.begunAt < :to and :now > :from)""";

    /** The same in SQL. */
    public static final String SHOWN_SQL = """
            (a.ended_at is null and a.starts_at < :to and a.ends_at > :from
              or coalesce(a.busy_from, a.starts_at) < :to and coalesce(a.busy_until, a.ends_at) > :from
              or a.state in ('TRAVELLING', 'ON_SITE', 'IN_PROGRESS', 'PAUSED') and a.begun_at < :to
               and cast(:from as timestamptz) <\s""" + GOES_ON_UNTIL + ")";

    private Occupancy() {}

    /**
     * The end of the next quarter of an hour: whatever takes longer than planned is taken to go on until then. It does not
     * change with each look.
     */
    public static Instant soon(Instant now) {
        long seconds = STEP.toSeconds();
        return Instant.ofEpochSecond((now.getEpochSecond() / seconds + 2) * seconds);
    }
}
