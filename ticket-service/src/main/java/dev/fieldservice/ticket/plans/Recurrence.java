package dev.fieldservice.ticket.plans;

import dev.fieldservice.platform.problems.Refusal;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/** The days of a recurrence rule of RFC 5545 (lib-recur). A day that a month does not have is none: 31 skips short months. */
final class Recurrence {

    /** So many days of a rule are looked at for one that lies in the season. */
    private static final int ENOUGH = 1000;

    private final PlanSchedule schedule;
    private final RecurrenceRule rule;

    private Recurrence(PlanSchedule schedule, RecurrenceRule rule) {
        this.schedule = schedule;
        this.rule = rule;
    }

    static Recurrence of(PlanSchedule schedule) {
        return read(schedule)
                .orElseThrow(() -> new IllegalStateException("no rule that was taken: " + schedule.rule()));
    }

    /** Refused with 422 where it is no rule, has times of the day, or no day of it can ever come. */
    static void require(String pointer, PlanSchedule schedule) {
        Recurrence taken = read(schedule)
                .orElseThrow(() -> Refusal.RuleViolated.at(
                        pointer, "recurrence-rule", "A recurrence rule of RFC 5545 for days is expected."));
        if (taken.after(LocalDate.MIN).limit(ENOUGH).noneMatch(schedule::inSeason)) {
            throw Refusal.RuleViolated.at(pointer, "never", "No day of it can ever come.");
        }
    }

    private static Optional<Recurrence> read(PlanSchedule schedule) {
        try {
            RecurrenceRule rule = new RecurrenceRule(schedule.rule(), RecurrenceRule.RfcMode.RFC5545_STRICT);
            var _ = rule.iterator(date(schedule.firstDay())).hasNext();
            return isOfDays(rule) ? Optional.of(new Recurrence(schedule, rule)) : Optional.empty();
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }

    /** The library's classes need each other to begin: its rule has to come first, so that nothing of it stands in a constant here. */
    private static boolean isOfDays(RecurrenceRule rule) {
        boolean hasTimes = Stream.of(Part.BYHOUR, Part.BYMINUTE, Part.BYSECOND, Part.RSCALE)
                .anyMatch(rule::hasPart);
        return !hasTimes
                && Stream.of(Freq.DAILY, Freq.WEEKLY, Freq.MONTHLY, Freq.YEARLY).anyMatch(rule.getFreq()::equals);
    }

    /** Its days after one, in order, through the last that is planned for. */
    Stream<LocalDate> after(LocalDate day) {
        Iterable<LocalDate> all = () -> new Days(rule, schedule.firstDay(), day);
        return StreamSupport.stream(all.spliterator(), false)
                .dropWhile(each -> !each.isAfter(day))
                .takeWhile(each -> !schedule.endsBefore(each));
    }

    private static DateTime date(LocalDate day) {
        return new DateTime(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
    }

    /** Ends too where the library gives up looking for the next: after thousands of periods without a day. */
    private static final class Days implements Iterator<LocalDate> {

        private final RecurrenceRuleIterator days;
        private boolean isOver;

        Days(RecurrenceRule rule, LocalDate first, LocalDate after) {
            days = rule.iterator(date(first));
            if (!after.isBefore(first)) {
                step(() -> days.fastForward(date(after.plusDays(1))));
            }
        }

        @Override
        public boolean hasNext() {
            return !isOver && days.hasNext() && days.peekDateTime().getYear() <= PlanSchedule.LATEST.getYear();
        }

        @Override
        public LocalDate next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            DateTime next = days.peekDateTime();
            step(() -> days.skip(1));
            return LocalDate.of(next.getYear(), next.getMonth() + 1, next.getDayOfMonth());
        }

        private void step(Runnable step) {
            try {
                step.run();
            } catch (IllegalArgumentException gaveUp) {
                isOver = true;
            }
        }
    }
}
