package dev.fieldservice.ticket.meters;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.aggregates.Recorded;
import dev.fieldservice.platform.aggregates.Subject;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A reading of a machine's meter, written once. With each stands what all meters of this unit have counted on the machine since the
 * first reading: that goes on where a meter is replaced.
 */
@Entity
public class MeterReading extends Recorded {

    /** What it says about the one before. */
    @Schema(name = "MeterReadingKind")
    public enum Kind {
        /** It has run on since. */
        READING,
        /** Another meter is in the machine now, and shows this. */
        NEW_METER,
        /** The newest reading was wrong: this stands in its place. */
        CORRECTION
    }

    UUID assetId;
    String unit;

    @Enumerated(EnumType.STRING)
    Kind kind;

    BigDecimal reading;
    Instant readAt;
    BigDecimal total;

    /** What was shown, and counted, before this one: what a correction starts from; null for the first. */
    BigDecimal before;

    BigDecimal totalBefore;
    Instant recordedAt;
    UUID recordedBy;

    protected MeterReading() {}

    static MeterReading of(UUID asset, NewMeterReading entered, Optional<MeterReading> newest, By by) {
        MeterReading next = new MeterReading();
        next.id = Ids.next();
        next.assetId = asset;
        next.unit = entered.unit();
        next.kind = entered.kind();
        next.reading = entered.reading();
        next.readAt = entered.readAt();
        next.recordedAt = by.at();
        next.recordedBy = by.id();
        if (entered.readAt().isAfter(by.at())) {
            throw Refusal.RuleViolated.at("/readAt", "in-the-future", "It cannot have been read yet.");
        }
        next.count(newest);
        next.note(
                "METER_READ",
                by,
                entered.readAt(),
                "%s %s".formatted(entered.reading().toPlainString(), next.unit));
        return next;
    }

    private void count(Optional<MeterReading> newest) {
        if (newest.isEmpty()) {
            requireOnlyAReading();
            total = reading;
            return;
        }
        MeterReading last = newest.get();
        if (readAt.isBefore(last.readAt)) {
            throw Refusal.RuleViolated.at("/readAt", "before-newest", "The newest reading is of " + last.readAt + ".");
        }
        switch (kind) {
            case READING -> runOn(last.reading, last.total);
            case NEW_METER -> goOnWith(last.reading, last.total);
            case CORRECTION -> correct(last);
        }
    }

    private void requireOnlyAReading() {
        if (kind == Kind.CORRECTION) {
            throw Refusal.RuleViolated.at("/kind", "nothing-to-correct", "This meter was not read before.");
        }
    }

    private void correct(MeterReading wrong) {
        if (wrong.before == null) {
            total = reading;
        } else if (wrong.kind == Kind.NEW_METER) {
            goOnWith(wrong.before, wrong.totalBefore);
        } else {
            runOn(wrong.before, wrong.totalBefore);
        }
    }

    private void runOn(BigDecimal shown, BigDecimal counted) {
        if (reading.compareTo(shown) < 0) {
            throw Refusal.RuleViolated.at(
                    "/reading",
                    "runs-backwards",
                    "It showed %s before. Say so if it is another meter, or a correction."
                            .formatted(shown.toPlainString()));
        }
        before = shown;
        totalBefore = counted;
        total = counted.add(reading.subtract(shown));
    }

    private void goOnWith(BigDecimal shown, BigDecimal counted) {
        before = shown;
        totalBefore = counted;
        total = counted;
    }

    @Override
    public Subject subject() {
        return new Subject("asset", assetId, null);
    }
}
