package dev.fieldservice.billing.reminders;

import dev.fieldservice.billing.pricing.Withdrawal;
import dev.fieldservice.billing.reminders.ReminderLifecycle.Command;
import dev.fieldservice.billing.reminders.ReminderLifecycle.State;
import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A letter to a customer about what is overdue. A draft says what is overdue now; what is sent never changes. */
@Entity
public class Reminder extends Aggregate {

    @Enumerated(EnumType.STRING)
    State state;

    UUID customerId;
    String customerName;

    /** Which reminder it is of the oldest invoice in it. */
    int level;

    /** The day of which it tells. */
    LocalDate asOf;

    @JdbcTypeCode(SqlTypes.JSON)
    Items items;

    Instant draftedAt;

    /** Null in a draft, and so of all that follows. */
    String recipient;

    String acceptedBy;
    Instant acceptedAt;
    Instant handedOverAt;

    /** The words of the mail server. */
    String failure;

    /** Null unless it was dropped. */
    @JdbcTypeCode(SqlTypes.JSON)
    Withdrawal dropped;

    /** As they are stored. */
    record Items(List<ReminderItem> all) {}

    protected Reminder() {}

    /** @param overdue not empty */
    Reminder(UUID customer, int level, List<Overdue> overdue, LocalDate today, By by) {
        id = Ids.next();
        state = State.DRAFT;
        customerId = customer;
        draftedAt = by.at();
        tell(level, overdue, today);
        note("REMINDER_DRAFTED", by, by.at(), "level " + level);
    }

    /** More is overdue by now, or less. @param reached the level that it has reached, if that is higher */
    void follow(int reached, List<Overdue> overdue, LocalDate today, By by) {
        state = move(ReminderLifecycle.TABLE, state, Command.FOLLOW, by, by.at(), null);
        tell(Math.max(level, reached), overdue, today);
    }

    /** Refused with 409 where all was paid meanwhile. */
    void accept(String to, List<Overdue> overdue, LocalDate today, By by) {
        state = move(ReminderLifecycle.TABLE, state, Command.ACCEPT, by, by.at(), null);
        if (overdue.isEmpty()) {
            throw new Refusal.Conflict("nothing-overdue", "All of it was paid meanwhile. Drop it.").refused();
        }
        tell(level, overdue, today);
        recipient = to;
        acceptedBy = by.caller().name();
        acceptedAt = by.at();
    }

    void drop(String reason, By by) {
        state = move(ReminderLifecycle.TABLE, state, Command.DROP, by, by.at(), reason);
        dropped = Withdrawal.of(reason, by);
    }

    /** As it was accepted, to the same address. Refused with 409 unless it has failed. */
    void again(By by) {
        state = move(ReminderLifecycle.TABLE, state, Command.SEND_AGAIN, by, by.at(), null);
        failure = null;
    }

    /** Also once more after it had failed. */
    boolean mayBeSent() {
        return ReminderLifecycle.TABLE.target(state, Command.HAND_OVER).isPresent();
    }

    void handedOver(By by) {
        state = move(ReminderLifecycle.TABLE, state, Command.HAND_OVER, by, by.at(), null);
        handedOverAt = by.at();
        failure = null;
    }

    void failed(String why, By by) {
        state = move(ReminderLifecycle.TABLE, state, Command.FAIL, by, by.at(), null);
        failure = why;
    }

    private void tell(int reached, List<Overdue> overdue, LocalDate today) {
        level = reached;
        asOf = today;
        customerName = overdue.getLast().customerName();
        items = new Items(overdue.stream().map(ReminderItem::of).toList());
    }

    @Override
    public String kind() {
        return "reminder";
    }

    @Override
    public UUID correlationId() {
        return null;
    }
}
