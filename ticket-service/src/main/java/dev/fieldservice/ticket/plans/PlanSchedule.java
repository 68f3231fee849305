package dev.fieldservice.ticket.plans;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.Text;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When the work is to be done: by one of {@code rule}, {@code daysAfterDone} and {@code meter}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "MaintenanceSchedule", description = "By exactly one of rule, daysAfterDone and meter")
public record PlanSchedule(
        @Size(min = 1, max = 300)
        @Pattern(regexp = Text.LINE)
        @Schema(
                nullable = true,
                description =
                        "A recurrence rule of RFC 5545 for days: FREQ is DAILY, WEEKLY, MONTHLY or YEARLY; UNTIL is a date",
                examples = "FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO")
        String rule,

        @Min(1) @Max(3660) @Schema(nullable = true, description = "So many days after the work was done last")
        Integer daysAfterDone,

        @Valid @Schema(nullable = true, description = "Whenever the machine has run so much")
        MeterInterval meter,

        @NotNull @Schema(description = "Nothing is planned before it; a rule counts from it", examples = "2027-01-04")
        LocalDate firstDay,

        @Schema(nullable = true, description = "Nothing is planned after it", examples = "2031-12-31")
        LocalDate lastDay,

        @Valid @Schema(nullable = true, description = "All year if absent")
        Season season,

        @Schema(
                nullable = true,
                description =
                        "Whether a day on which the company does not work becomes the next on which it does; so if absent")
        Boolean onWorkingDays) {

    /** By what the days come. */
    enum Rhythm {
        RULE,
        AFTER_DONE,
        METER
    }

    static final LocalDate LATEST = LocalDate.of(2200, 12, 31);

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final String POINTER = "/schedule";

    /** Refused with 422 unless it makes sense. @param hasMachine whether the plan is for one */
    void require(boolean hasMachine) {
        long rhythms =
                Stream.of(rule, daysAfterDone, meter).filter(Objects::nonNull).count();
        if (rhythms != 1) {
            throw Refusal.RuleViolated.at(POINTER, "one-rhythm", "Say exactly one of rule, daysAfterDone and meter.");
        }
        requireNear("/firstDay", firstDay);
        if (lastDay != null) {
            requireNear("/lastDay", lastDay);
            if (lastDay.isBefore(firstDay)) {
                throw Refusal.RuleViolated.at(
                        POINTER + "/lastDay", "before-first", "It must not end before it begins.");
            }
        }
        if (meter != null && !hasMachine) {
            throw Refusal.RuleViolated.at(
                    POINTER + "/meter", "no-machine", "Say which machine has the meter (assetId).");
        }
        if (rule != null) {
            Recurrence.require(POINTER + "/rule", this);
        }
    }

    private static void requireNear(String name, LocalDate day) {
        if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
            throw Refusal.RuleViolated.at(POINTER + name, "out-of-range", "A day from 2000 to 2200 is expected.");
        }
    }

    Rhythm rhythm() {
        return rule != null ? Rhythm.RULE : daysAfterDone != null ? Rhythm.AFTER_DONE : Rhythm.METER;
    }

    /** Whether it goes by the same meter, however often. */
    boolean goesByMeterOf(PlanSchedule other) {
        return meter != null && other.meter != null && meter.unit().equals(other.meter.unit());
    }

    /** Whether the work may be done in the season of that day. */
    boolean inSeason(LocalDate day) {
        return season == null || season.includes(day);
    }

    boolean movesToWorkingDays() {
        return onWorkingDays == null || onWorkingDays;
    }

    boolean endsBefore(LocalDate day) {
        return lastDay != null && lastDay.isBefore(day);
    }
}
