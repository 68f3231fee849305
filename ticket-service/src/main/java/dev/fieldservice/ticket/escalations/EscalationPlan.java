package dev.fieldservice.ticket.escalations;

import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.ticket.contracts.Promise.Urgency;
import jakarta.persistence.Entity;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Who is told when a promised time comes to which mark. There is one, made with the database, and it names nobody at first. */
@Entity
public class EscalationPlan extends Aggregate {

    public static final UUID ID = UUID.fromString("00000000-0000-7000-8000-000000000002");

    @JdbcTypeCode(SqlTypes.JSON)
    EscalationPlanDetails details;

    protected EscalationPlan() {}

    void change(EscalationPlanDetails changed, By by) {
        changed.require();
        if (!changed.equals(details)) {
            details = changed;
            note("CHANGED", by, by.at(), changed.words());
        }
    }

    /** Who is told of it. A priority that anybody is named for goes its own way, the others go the same. */
    public List<EscalatedPerson> told(Urgency priority, int percent) {
        Urgency asked = details.people().stream().anyMatch(person -> person.isNamedFor(priority)) ? priority : null;
        return details.people().stream()
                .filter(person -> person.enabled() && person.isTold(asked, percent))
                .toList();
    }

    /** Somebody who may be written to still. */
    public Optional<EscalatedPerson> enabled(UUID personId) {
        return details.people().stream()
                .filter(person -> person.enabled() && Objects.equals(person.personId(), personId))
                .findFirst();
    }

    @Override
    public String kind() {
        return "escalation-plan";
    }

    @Override
    public UUID correlationId() {
        return null;
    }
}
