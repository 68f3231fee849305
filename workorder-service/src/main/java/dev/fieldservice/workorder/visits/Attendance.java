package dev.fieldservice.workorder.visits;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The visits of one work order in which somebody took part, oldest first. What happened there may be recorded by them until
 * the job is closed, whoever it is assigned to by then.
 */
public record Attendance(UUID who, List<Visit> visits) {

    public static Uni<Attendance> ofCaller(Tx tx, UUID orderId) {
        UUID who = tx.by().id();
        return Visits.all(tx.session(), orderId).map(visits -> of(visits, who));
    }

    public static Attendance of(List<Visit> visits, UUID who) {
        return new Attendance(
                who,
                visits.stream()
                        .filter(visit -> visit.participant(who).isPresent())
                        .toList());
    }

    /** They have set out at least. */
    public boolean hasBegun() {
        return !visits.isEmpty();
    }

    /** They have worked on the machine, as far as can be told. */
    public boolean mayHaveWorked() {
        return visits.stream().anyMatch(visit -> visit.mayHaveWorked(who));
    }

    /**
     * When a part was used: when the device says, or now, or at the end of a visit that is over; refused with 422 where the
     * work on the machine cannot have been going on.
     *
     * @param claimed null if the device says nothing
     */
    public Instant timeOfUse(Instant claimed, TimesConfig times, By by) {
        Instant at = DeviceTime.past("/occurredAt", claimed, times, by);
        if (claimed == null) {
            return visits.getLast().until(who, at);
        }
        Visit _ = requireWithin("/occurredAt", who, at, at, times.aroundLabour(), times, by);
        return at;
    }

    /**
     * The visit in which one of them spent this time; refused with 422 where they cannot have spent it there.
     *
     * @param at where it stands in the body
     */
    public Visit requireSpent(
            String at, UUID whose, Instant from, Instant to, Duration around, TimesConfig times, By by) {
        return requireWithin(at + "/startedAt", whose, from, to, around, times, by);
    }

    private Visit requireWithin(
            String pointer, UUID whose, Instant from, Instant to, Duration around, TimesConfig times, By by) {
        List<Visit> theirs = visits.stream()
                .filter(visit -> visit.participant(whose).isPresent())
                .toList();
        return theirs.stream()
                .filter(visit -> visit.covers(whose, from, to, around, times, by.at()))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.RuleViolated.at(pointer, "outside-visit", whyNot(theirs, whose, from, to, around, by)));
    }

    private static String whyNot(List<Visit> theirs, UUID whose, Instant from, Instant to, Duration around, By by) {
        return theirs.stream()
                .filter(visit -> visit.surrounds(whose, from, to, around, by.at()))
                .findFirst()
                .map(visit -> visit.plan(around))
                .orElse("No visit took place then, not within %d minutes.".formatted(around.toMinutes()));
    }

    /** Somebody who was in one of these visits. */
    public Optional<Assignment.Technician> colleague(UUID id) {
        return visits.stream().flatMap(visit -> visit.participant(id).stream()).findFirst();
    }
}
