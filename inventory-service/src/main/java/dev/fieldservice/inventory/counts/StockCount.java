package dev.fieldservice.inventory.counts;

import dev.fieldservice.inventory.counts.CountLifecycle.Command;
import dev.fieldservice.inventory.counts.CountLifecycle.State;
import dev.fieldservice.inventory.locations.StockLocation;
import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.Formula;

/** What is on a shelf, by those who looked, against what the ledger says. */
@Entity
public class StockCount extends Aggregate {

    @Enumerated(EnumType.STRING)
    State state;

    UUID locationId;

    /** Whoever has entered something. */
    UUID[] countedBy = new UUID[0];

    Instant createdAt;
    Instant changedAt;
    String approvedBy;

    /** Why the ledger is adjusted. */
    String reason;

    @Formula("(select l.name from stock_location l where l.id = location_id)")
    String locationName;

    @Transient
    List<CountLine> lines = List.of();

    protected StockCount() {}

    static StockCount open(StockLocation location, By by) {
        StockCount count = new StockCount();
        count.id = Ids.next();
        count.state = State.OPEN;
        count.locationId = location.id();
        count.locationName = location.name();
        count.createdAt = by.at();
        count.changedAt = by.at();
        count.note("OPENED", by, by.at(), null);
        return count;
    }

    void enter(By by) {
        moveTo(Command.ENTER, null, by);
        Set<UUID> people = new TreeSet<>(Arrays.asList(countedBy));
        people.add(by.id());
        countedBy = people.toArray(UUID[]::new);
    }

    void submit(By by) {
        moveTo(Command.SUBMIT, null, by);
        List<String> open = lines.stream()
                .filter(line -> line.counted == null)
                .map(line -> line.partName)
                .limit(3)
                .toList();
        if (!open.isEmpty()) {
            throw new Refusal.Conflict("not-counted", "Not counted yet: " + String.join(", ", open) + ".").refused();
        }
    }

    void reopen(String why, By by) {
        moveTo(Command.REOPEN, why, by);
    }

    void cancel(String why, By by) {
        moveTo(Command.CANCEL, why, by);
    }

    /** Refused with 403 for whoever has counted. */
    void approve(String why, By by) {
        moveTo(Command.APPROVE, why, by);
        if (Arrays.asList(countedBy).contains(by.id())) {
            throw new Refusal.Forbidden(
                            "counted-it-yourself", "Somebody else must approve what you have had a part in counting.")
                    .refused();
        }
        approvedBy = by.caller().name();
        reason = why;
    }

    private void moveTo(Command command, String why, By by) {
        state = move(CountLifecycle.TABLE, state, command, by, by.at(), why);
        changedAt = by.at();
    }

    /** Whoever looks may see what the ledger says: it is counted. */
    boolean isCompared() {
        return state == State.COUNTED || state == State.APPROVED;
    }

    /** What the ledger says follows the ledger until it is approved. */
    boolean isToBeApproved() {
        return state == State.COUNTED;
    }

    @Override
    public String kind() {
        return "stock-count";
    }

    @Override
    public UUID correlationId() {
        return null;
    }
}
