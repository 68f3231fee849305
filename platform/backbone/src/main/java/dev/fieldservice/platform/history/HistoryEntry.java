package dev.fieldservice.platform.history;

import dev.fieldservice.platform.aggregates.Step;
import dev.fieldservice.platform.aggregates.Subject;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A stored {@link Step}. Never updated. */
@Entity
@Table(name = "history")
public class HistoryEntry {

    @Id
    UUID id;

    String subjectType;
    UUID subjectId;
    UUID correlationId;
    String action;
    String fromState;
    String toState;
    UUID actorId;
    String actorName;
    Instant occurredAt;
    Instant recordedAt;
    String reason;
    String commandId;

    protected HistoryEntry() {}

    HistoryEntry(UUID id, Subject subject, Step step) {
        this.id = id;
        this.subjectType = subject.kind();
        this.subjectId = subject.id();
        this.correlationId = subject.correlationId();
        this.action = step.action();
        this.fromState = step.from();
        this.toState = step.to();
        this.actorId = step.by().id();
        this.actorName = step.by().caller().name();
        this.occurredAt = step.occurredAt();
        this.recordedAt = step.by().at();
        this.reason = step.reason();
        this.commandId = step.by().commandId();
    }
}
