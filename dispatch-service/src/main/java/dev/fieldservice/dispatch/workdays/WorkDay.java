package dev.fieldservice.dispatch.workdays;

import dev.fieldservice.dispatch.orders.OrderVisit;
import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One technician's day. */
@Entity
public class WorkDay extends Aggregate {

    UUID technicianId;
    LocalDate day;
    UUID offered;
    Instant endedAt;

    /** What is still to be done today; read for the answer, not stored. */
    @Transient
    List<OrderVisit> unfinished = List.of();

    /** How many orders wait in the open pool; read for the answer, not stored. */
    @Transient
    long openOrders;

    protected WorkDay() {}

    /** What goes on, or else what is expected next, or rests; if there is anything. */
    void next(By by) {
        requireNotEnded();
        Optional<UUID> next =
                unfinished.stream().findFirst().map(visit -> visit.appointment().id());
        if (!next.equals(Optional.ofNullable(offered))) {
            offered = next.orElse(null);
            note("NEXT", by, by.at(), next.map(UUID::toString).orElse("nothing planned"));
        }
    }

    /** Ended too early, or called out again. */
    void reopen(String why, By by) {
        if (endedAt == null) {
            throw new Refusal.Conflict("day-not-ended", "You have not ended this day.").refused();
        }
        note("REOPEN", by, by.at(), why);
        endedAt = null;
    }

    /** Whoever sets out or goes on with work has not ended the day after all; what was before the end is no news to it. */
    void goOn(Instant at, By by) {
        if (endedAt != null && at.isAfter(endedAt)) {
            note("REOPEN", by, at, "Work goes on");
            endedAt = null;
        }
    }

    /** Work that rests may rest over night; what somebody is at is to be ended or paused first. */
    void end(By by) {
        requireNotEnded();
        unfinished.stream()
                .filter(visit -> visit.appointment().state().isAtWork())
                .findFirst()
                .ifPresent(open -> {
                    throw new Refusal.Conflict(
                                    "work-in-progress",
                                    "Appointment %s of order %s is %s. Finish or pause it first."
                                            .formatted(
                                                    open.appointment().id(),
                                                    open.order().number(),
                                                    open.appointment().state()))
                            .refused();
                });
        endedAt = by.at();
        note("END", by, by.at(), unfinished.size() + " appointments remain");
    }

    private void requireNotEnded() {
        if (endedAt != null) {
            throw new Refusal.Conflict("day-ended", "You have ended this day at " + endedAt + ".").refused();
        }
    }

    @Override
    public String kind() {
        return "work-day";
    }

    @Override
    public UUID correlationId() {
        return null;
    }
}
