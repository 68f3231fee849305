package dev.fieldservice.workorder.refrigerants;

import dev.fieldservice.contracts.AssetRef;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.workorder.visits.Attendance;
import dev.fieldservice.workorder.visits.TimesConfig;
import dev.fieldservice.workorder.workorders.Entry;
import dev.fieldservice.workorder.workorders.Reversal;
import dev.fieldservice.workorder.workorders.WorkOrder;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A line of the refrigerant log of a machine, which its operator has to keep (Regulation (EU) 2024/573, article 7): what was filled
 * in, what was taken out, and how tight it was found.
 */
@Entity
public class RefrigerantEntry extends Entry {

    @Schema(name = "RefrigerantEntryKind")
    public enum Kind {
        ADDED,
        RECOVERED,
        LEAK_TEST
    }

    @Schema(name = "RefrigerantOrigin")
    public enum Origin {
        VIRGIN,
        RECYCLED,
        RECLAIMED
    }

    String orderNumber;
    UUID assetId;

    /** As it was called then. */
    @JdbcTypeCode(SqlTypes.JSON)
    AssetRef asset;

    @Enumerated(EnumType.STRING)
    Kind kind;

    String refrigerant;
    BigDecimal kilograms;
    String cylinder;

    @Enumerated(EnumType.STRING)
    Origin origin;

    String facility;
    BigDecimal bar;
    Integer minutes;
    Boolean tight;
    UUID technicianId;
    String technicianName;
    Instant occurredAt;

    /** False of what was recorded before the customer signed it with the rest. */
    boolean onPaper;

    /** Null for as long as it counts. */
    @JdbcTypeCode(SqlTypes.JSON)
    Reversal reversal;

    protected RefrigerantEntry() {}

    /** @param there the caller's visits */
    RefrigerantEntry(WorkOrder order, Attendance there, NewRefrigerantEntry request, TimesConfig times, By by) {
        super(order, "refrigerant", order.isOpen() && there.mayHaveWorked(), by);
        request.requireConsistent();
        asset = machine(order);
        assetId = asset.id();
        orderNumber = order.facts().number();
        kind = request.kind();
        refrigerant = request.refrigerant();
        kilograms = request.kilograms();
        cylinder = request.cylinder();
        origin = request.origin();
        facility = request.facility();
        bar = request.bar();
        minutes = request.minutes();
        tight = request.tight();
        technicianId = by.id();
        technicianName = by.caller().name();
        onPaper = true;
        occurredAt = there.timeOfUse(request.occurredAt(), times, by);
        recorded("REFRIGERANT_" + kind, occurredAt, words(), by);
    }

    private static AssetRef machine(WorkOrder order) {
        AssetRef machine = order.jobCard().asset();
        if (machine == null) {
            throw new Refusal.RuleViolated(
                            "no-machine", "This job names no machine. The office says on the ticket which one it is.")
                    .refused();
        }
        return machine;
    }

    /** It stays to be seen and counts no more. Whoever recorded it takes it back, or who has the job now. */
    void reverse(WorkOrder order, String why, By by) {
        takenBackOn(order, "refrigerant", by);
        if (order.isOpen() && !by.id().equals(technicianId) && !order.crew().contains(by.id())) {
            throw recordedByAnother();
        }
        if (reversal != null) {
            throw alreadyReversed("entry");
        }
        reversal = Reversal.of(why, by);
        changed("REVERSE_REFRIGERANT", words() + ": " + why, by);
    }

    /** For people who read the history. */
    private String words() {
        return switch (kind) {
            case ADDED, RECOVERED ->
                "%s kg %s (%s)".formatted(kilograms.stripTrailingZeros().toPlainString(), refrigerant, cylinder);
            case LEAK_TEST ->
                "%s bar, %d min, %s"
                        .formatted(bar.stripTrailingZeros().toPlainString(), minutes, tight ? "tight" : "not tight");
        };
    }
}
