package dev.fieldservice.billing.pricing;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.Text;
import dev.fieldservice.contracts.UnitPrice;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a price rule says: all but one are null.
 *
 * @param kinds of what it is said; null for all that it can be about
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PriceTerms(
        List<ChargeKind> kinds,
        Band band,
        VisitTerms visit,
        FixedPrice fixedPrice,
        Discount discount,
        Coverage coverage,
        Zone zone) {

    /** Whether it is about this, too. */
    boolean areAbout(ChargeKind kind) {
        return kinds == null || kinds.contains(kind);
    }

    /** What a rule does. */
    @Schema(name = "PriceRuleEffect")
    public enum Effect {
        BAND,
        VISIT,
        FIXED_PRICE,
        DISCOUNT,
        COVERAGE,
        ZONE
    }

    /** What the only one of them does. */
    Effect effect() {
        if (band != null) {
            return Effect.BAND;
        }
        if (visit != null) {
            return Effect.VISIT;
        }
        if (fixedPrice != null) {
            return Effect.FIXED_PRICE;
        }
        if (zone != null) {
            return Effect.ZONE;
        }
        return discount != null ? Effect.DISCOUNT : Effect.COVERAGE;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "LabourBand", description = "Time that costs another share of the hourly rate")
    public record Band(
            @Schema(
                    nullable = true,
                    description = "Days of the week; every day if absent, and publicHolidays is not true")
            @Size(min = 1, max = 7)
            List<@NotNull DayOfWeek> days,

            @Schema(
                    nullable = true,
                    description =
                            "Whether it holds on public holidays of the company's calendar, whatever day of the week")
            Boolean publicHolidays,

            @Schema(nullable = true, description = "The whole day if absent") @Size(min = 1, max = 6)
            List<@NotNull @Valid DayHours> hours,

            @NotNull
            @DecimalMin("0")
            @DecimalMax("1000")
            @Digits(integer = 4, fraction = 2)
            @JsonFormat(shape = JsonFormat.Shape.STRING)
            @Schema(
                    type = SchemaType.STRING,
                    description = "Of the hourly rate; decimal string with up to two decimals",
                    maxLength = 7,
                    examples = "150.00")
            BigDecimal percent) {

        boolean isOn(DayOfWeek day, boolean isHoliday) {
            boolean isOnHolidays = Boolean.TRUE.equals(publicHolidays);
            return isHoliday && isOnHolidays || (days == null ? !isOnHolidays : days.contains(day));
        }

        boolean holds(LocalTime time) {
            return hours == null || hours.stream().anyMatch(span -> span.hold(time));
        }
    }

    @Schema(name = "TimeRounding")
    public enum Rounding {
        /** To the thousandth of a minute. */
        EXACT,
        /** What a technician worked in a visit is charged to the next quarter of an hour. */
        STARTED_QUARTER
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "VisitTerms", description = "What is charged for each visit, beside parts and time")
    public record VisitTerms(
            @Schema(
                    nullable = true,
                    description = "How what each technician worked in a visit is rounded; EXACT if absent")
            Rounding rounding,

            @Schema(nullable = true, description = "As much is charged of each technician's work in a visit, at least")
            @Min(1)
            @Max(1440)
            Integer minimumMinutes,

            @Schema(nullable = true, description = "Once for each visit") @Valid
            UnitPrice callOutFee,

            @Schema(nullable = true, description = "For each kilometre that somebody drove") @Valid
            UnitPrice pricePerKilometre,

            @DecimalMin(value = "0", inclusive = false)
            @DecimalMax("2000")
            @Digits(integer = 4, fraction = 1)
            @JsonFormat(shape = JsonFormat.Shape.STRING)
            @Schema(
                    type = SchemaType.STRING,
                    nullable = true,
                    description =
                            "With pricePerKilometre: so many of each visit are not charged; decimal string with up to one"
                                    + " decimal",
                    maxLength = 6,
                    examples = "20.0")
            BigDecimal freeKilometres) {}

    @Schema(name = "FixedPrice", description = "One price for a job of a work type; what is included, is charged at 0")
    public record FixedPrice(@NotNull UnitPrice price) {}

    @Schema(
            name = "TravelZone",
            description =
                    "One price of travel for each visit to a site that lies in it; what is included, is charged at 0")
    public record Zone(
            @NotNull @Valid UnitPrice price,

            @NotNull
            @Size(min = 1, max = 100)
            @Schema(description = "Of several that a site lies in the narrowest counts")
            List<@NotNull @Valid Area> areas) {

        /** Of the narrowest of its areas in which the site lies; empty if it lies in none. @param site null where it is not known */
        OptionalInt narrowness(Place site) {
            return Stream.ofNullable(site)
                    .flatMap(known -> areas.stream().filter(area -> area.holds(known)))
                    .mapToInt(Area::narrowness)
                    .max();
        }
    }

    @Schema(name = "Discount")
    public record Discount(
            @NotNull
            @DecimalMin(value = "0", inclusive = false)
            @DecimalMax("100")
            @Digits(integer = 3, fraction = 2)
            @JsonFormat(shape = JsonFormat.Shape.STRING)
            @Schema(
                    type = SchemaType.STRING,
                    description = "Off the price; decimal string with up to two decimals",
                    maxLength = 6,
                    examples = "10.00")
            BigDecimal percent) {}

    @Schema(name = "Coverage", description = "What a contract or a warranty pays for")
    public record Coverage(
            @NotNull
            @DecimalMin(value = "0", inclusive = false)
            @DecimalMax("100")
            @Digits(integer = 3, fraction = 2)
            @JsonFormat(shape = JsonFormat.Shape.STRING)
            @Schema(
                    type = SchemaType.STRING,
                    description = "How much of it the customer does not pay; decimal string with up to two decimals",
                    maxLength = 6,
                    examples = "100.00")
            BigDecimal percent,

            @NotBlank
            @Size(max = 1000)
            @Pattern(regexp = Text.LINES)
            @Schema(
                    description = "By which clause of which contract or warranty",
                    examples = "Garanție 24 luni, art. 5")
            String clause) {}
}
