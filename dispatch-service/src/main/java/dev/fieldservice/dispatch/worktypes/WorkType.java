package dev.fieldservice.dispatch.worktypes;

import dev.fieldservice.dispatch.worktypes.WorkTypeLifecycle.Command;
import dev.fieldservice.dispatch.worktypes.WorkTypeLifecycle.State;
import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A kind of work: how long it takes, who can do it with what, and what has to be there before it is complete. Each change is a
 * version of its own; a job goes on with the one it began with.
 */
@Entity
public class WorkType extends Aggregate {

    String code;
    String name;
    String[] defaultFor;

    @Enumerated(EnumType.STRING)
    State state;

    String retiredBecause;

    @JdbcTypeCode(SqlTypes.JSON)
    WorkTypeDetails details;

    protected WorkType() {}

    static WorkType define(WorkTypeDetails details, By by) {
        WorkType type = new WorkType();
        type.id = Ids.next();
        type.state = State.IN_USE;
        type.set(details);
        type.note("DEFINED", by, by.at(), details.code());
        return type;
    }

    /** The code is fixed: people and other systems know it by that. */
    void change(WorkTypeDetails next, By by) {
        if (!code.equals(next.code())) {
            throw Refusal.RuleViolated.at("/code", "code-is-fixed", "It is known as " + code + ". Define another one.");
        }
        set(next);
        note("CHANGED", by, by.at(), code);
    }

    void retire(String why, By by) {
        state = move(WorkTypeLifecycle.TABLE, state, Command.RETIRE, by, by.at(), why);
        retiredBecause = why;
        tell();
    }

    /** Refused with 409 where another one has become the default meanwhile. */
    void reinstate(String why, By by) {
        state = move(WorkTypeLifecycle.TABLE, state, Command.REINSTATE, by, by.at(), why);
        retiredBecause = null;
        tell();
    }

    private void set(WorkTypeDetails next) {
        code = next.code();
        name = next.name();
        defaultFor = next.defaultFor().stream().map(Enum::name).toArray(String[]::new);
        details = next;
        tell();
    }

    /** Raises the event that carries its state as it is. */
    public void tell() {
        raise(new WorkTypeEvent.Defined(this, details, isRetired()));
    }

    boolean isRetired() {
        return state == State.RETIRED;
    }

    /** What an order keeps of it. */
    public GivenWorkType given() {
        return new GivenWorkType(
                id, code, name, details.expectedMinutes(), List.copyOf(details.skills()), details.plannedParts());
    }

    @Override
    public String kind() {
        return "work-type";
    }

    @Override
    public UUID correlationId() {
        return null;
    }
}
