package dev.fieldservice.platform.errands;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.aggregates.Recorded;
import dev.fieldservice.platform.aggregates.Subject;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A job in the queue. What is done is no longer here; what was given up stays until a person has dealt with it. */
@Entity
@Table(name = "errand")
public class ErrandRow extends Recorded {

    private static final int LONGEST_FAILURE = 500;

    @Schema(name = "ErrandState")
    public enum State {
        WAITING,
        GIVEN_UP
    }

    String kind;
    String subjectKind;
    UUID subjectId;
    UUID correlationId;
    String content;

    @Enumerated(EnumType.STRING)
    State state;

    Instant due;
    Instant nextAt;
    int attempts;
    UUID lease;
    Instant leasedUntil;
    String failure;
    boolean repeating;
    String traceparent;
    Instant createdAt;

    protected ErrandRow() {}

    static ErrandRow of(ErrandKind kind, Subject subject, String content, Instant due, By by) {
        ErrandRow row = new ErrandRow();
        row.id = Ids.next();
        row.kind = kind.name();
        row.subjectKind = subject.kind();
        row.subjectId = subject.id();
        row.correlationId = subject.correlationId();
        row.content = content;
        row.state = State.WAITING;
        row.due = due;
        row.nextAt = due;
        row.traceparent = by.traceparent();
        row.createdAt = by.at();
        return row;
    }

    @Override
    public Subject subject() {
        return new Subject(subjectKind, subjectId, correlationId);
    }

    void again(Instant nextDue) {
        due = nextDue;
        nextAt = nextDue;
        attempts = 0;
        release();
        failure = null;
    }

    void postpone(By by, Duration wait, String why) {
        nextAt = by.at().plus(wait);
        release();
        failure = brief(why);
    }

    void giveUp(String why) {
        state = State.GIVEN_UP;
        release();
        failure = brief(why);
    }

    /** A person wants it to be tried again, as if it were new. */
    void retry(By by) {
        if (state != State.GIVEN_UP) {
            throw new Refusal.Conflict("not-given-up", "This waits to be tried again by itself.").refused();
        }
        state = State.WAITING;
        nextAt = by.at();
        attempts = 0;
        note("ERRAND_RETRIED", by, by.at(), kind);
    }

    private void release() {
        lease = null;
        leasedUntil = null;
    }

    /** PostgreSQL's text takes every character but NUL. */
    static String brief(String why) {
        return why.substring(0, Math.min(why.length(), LONGEST_FAILURE)).replace('\0', '\uFFFD');
    }
}
