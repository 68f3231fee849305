package dev.fieldservice.billing.pricing;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.UnitPrice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a price comes from, and what was done with it.
 *
 * @param rules in the order in which they were applied
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PriceReason", description = "Where the price comes from, and what was done with it")
public record PriceReason(
        Source source,

        @Schema(
                nullable = true,
                description = "The part price, the hourly rate or the price rule; absent if a person gave it")
        UUID id,

        @Schema(nullable = true) Scope scope,
        @Schema(nullable = true) LocalDate validFrom,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                type = SchemaType.STRING,
                nullable = true,
                description = "Before the rules; absent if there is none",
                examples = "214.55")
        BigDecimal listed,

        @Schema(description = "What changed it, in this order")
        List<AppliedRule> rules) {

    /** What kind of price it is. */
    @Schema(name = "PriceSource")
    public enum Source {
        PART_PRICE,
        LABOUR_RATE,
        KILOMETRE_PRICE,
        CALL_OUT_FEE,
        ZONE_PRICE,
        FIXED_PRICE,
        /** By a person, for this line. */
        GIVEN,
        /** There is none in force. */
        NONE
    }

    static final PriceReason NONE = new PriceReason(Source.NONE, null, null, null, null, List.of());

    static PriceReason of(Source source, Listed found) {
        return new PriceReason(
                source, found.id(), found.scope(), found.from(), UnitPrice.readable(found.amount()), List.of());
    }

    static PriceReason of(Source source, PriceRule rule, UnitPrice price) {
        return new PriceReason(source, rule.id(), rule.scope(), rule.validFrom, price.amount(), List.of());
    }

    /** A person gave it. */
    public static PriceReason given(BigDecimal price) {
        return new PriceReason(Source.GIVEN, null, null, null, UnitPrice.readable(price), List.of());
    }

    PriceReason by(List<AppliedRule> applied) {
        return new PriceReason(source, id, scope, validFrom, listed, applied);
    }
}
