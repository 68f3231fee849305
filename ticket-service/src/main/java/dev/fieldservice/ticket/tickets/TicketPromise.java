package dev.fieldservice.ticket.tickets;

import dev.fieldservice.ticket.contracts.Agreement;
import dev.fieldservice.ticket.escalations.EscalationPlan;
import dev.fieldservice.ticket.promises.Clocks;
import dev.fieldservice.ticket.promises.Times;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What is promised of a ticket: under what it is, by when somebody comes and by when it works again, and the clocks of both. */
@Embeddable
class TicketPromise {

    Instant respondBy;
    Instant resolveBy;

    /** Null where it is under no contract and no warranty. */
    @JdbcTypeCode(SqlTypes.JSON)
    Agreement agreement;

    /** Null in tickets of before they were kept, which are due as they were told. */
    @JdbcTypeCode(SqlTypes.JSON)
    Clocks clocks;

    /** Grows whenever the clocks run otherwise: whoever watches by an older one stops. */
    int clockVersion;

    /** When the first of the clocks that run comes to three quarters of its time; null if none runs. */
    Instant riskAt;

    /** What the clocks came to when they stopped, as they counted; null before that, and where that was not kept. */
    Integer responseMinutes;

    Integer responsePromisedMinutes;
    Integer resolutionMinutes;
    Integer resolutionPromisedMinutes;

    /** Who was told of these times by name; null for nobody. */
    @JdbcTypeCode(SqlTypes.JSON)
    Escalations escalations;

    /** The same people, for lists; null for nobody. */
    UUID[] escalatedTo;

    /** How time is counted, read with the ticket where its clocks ask for it. */
    @Transient
    Times times;

    protected TicketPromise() {}

    static TicketPromise of(TicketTerms terms, Instant askedAt) {
        TicketPromise promise = new TicketPromise();
        promise.times = terms.times();
        promise.agreement = terms.agreement();
        promise.set(Clocks.started(terms.target(), askedAt));
        return promise;
    }

    /** The request is another, or under something else: both count from when it was asked for. One of before gets no clocks by that. */
    void become(TicketTerms terms, Instant askedAt, Instant now) {
        times = terms.times();
        agreement = terms.agreement();
        if (clocks == null) {
            Clocks due = Clocks.started(terms.target(), askedAt);
            respondBy = due.respondBy(times).orElseThrow();
            resolveBy = due.resolveBy(times).orElseThrow();
        } else {
            set(clocks.promising(terms.target(), times, now));
        }
    }

    /** Nothing of it has run yet. */
    void startAnew(TicketTerms terms, Instant askedAt) {
        times = terms.times();
        agreement = terms.agreement();
        escalations = null;
        escalatedTo = null;
        set(Clocks.started(terms.target(), askedAt));
    }

    boolean isUnder(Agreement other) {
        return Objects.equals(agreement, other);
    }

    boolean needsCalendar() {
        return clocks != null && clocks.needCalendar();
    }

    void change(UnaryOperator<Clocks> how) {
        if (clocks != null) {
            Clocks next = how.apply(clocks);
            if (!next.equals(clocks)) {
                set(next);
            }
        }
    }

    /** What a clock came to is worked out when it stops, by the calendar of then. */
    private void set(Clocks next) {
        Clocks before = clocks;
        clocks = next;
        int version = clockVersion + 1;
        var _ = comeDue();
        clockVersion = version;
        if (responseMinutes == null || clocks.isJudgedAnew(Clocks.Kind.RESPONSE, before)) {
            Optional<Clocks.Taken> response = clocks.taken(Clocks.Kind.RESPONSE, times());
            responseMinutes = response.map(Clocks.Taken::minutes).orElse(null);
            responsePromisedMinutes = response.map(Clocks.Taken::promised).orElse(null);
        }
        if (resolutionMinutes == null || clocks.isJudgedAnew(Clocks.Kind.RESOLUTION, before)) {
            Optional<Clocks.Taken> resolution = clocks.taken(Clocks.Kind.RESOLUTION, times());
            resolutionMinutes = resolution.map(Clocks.Taken::minutes).orElse(null);
            resolutionPromisedMinutes = resolution.map(Clocks.Taken::promised).orElse(null);
        }
    }

    /** By the calendar as it is now; a clock that does not run is due as it was. @return whether one is due otherwise than before */
    boolean comeDue() {
        Instant respond = clocks.respondBy(times()).orElse(respondBy);
        Instant resolve = clocks.resolveBy(times()).orElse(resolveBy);
        boolean isOther = !respond.equals(respondBy) || !resolve.equals(resolveBy);
        respondBy = respond;
        resolveBy = resolve;
        riskAt = clocks.riskAt(times()).orElse(null);
        if (isOther) {
            clockVersion++;
        }
        return isOther;
    }

    /** The marks that were reached, each once. */
    List<Clocks.Mark> reach(Instant now) {
        if (clocks == null) {
            return List.of();
        }
        List<Clocks.Mark> marks = clocks.reached(times(), now);
        clocks = clocks.toldOf(marks);
        return marks;
    }

    /** Tells those by name whom the plan names. @return what was added by that */
    List<Escalation> escalate(List<Clocks.Mark> marks, EscalationPlan plan, Priority priority, Instant now) {
        List<Escalation> added = Escalations.of(marks, plan, priority, now);
        if (!added.isEmpty()) {
            escalations = escalations().with(added);
            escalatedTo = escalations.people();
        }
        return added;
    }

    Escalations escalations() {
        return Optional.ofNullable(escalations).orElse(Escalations.NONE);
    }

    /** Empty where nothing is at stake any more, and where the same person was told of more since. */
    Optional<Escalation> standing(UUID escalationId) {
        return escalations().standing(escalationId).filter(one -> !clocks.hasStopped(one.clock()));
    }

    Optional<Instant> nextMark() {
        return Optional.ofNullable(clocks).flatMap(known -> known.nextMark(times()));
    }

    private Times times() {
        return Optional.ofNullable(times).orElse(Times.ALWAYS);
    }
}
