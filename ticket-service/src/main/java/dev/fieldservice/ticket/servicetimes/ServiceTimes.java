package dev.fieldservice.ticket.servicetimes;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How long customers waited. Response is the time from the request until somebody sets out for it; resolution the time until all its
 * work is closed. Both are counted as was promised, around the clock or in working hours, and not while the customer is waited for.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "ServiceTimes",
        description =
                "How long customers waited. Response is the time from the request until somebody sets out for it; resolution the time until"
                        + " all its work is closed. Both are counted as was promised, around the clock or in working hours, and not"
                        + " while the customer is waited for.")
public record ServiceTimes(
        @Schema(description = "The month, the id of the customer, or the priority", examples = "2026-03")
        String key,

        @Schema(nullable = true, description = "Of the customer")
        String name,

        @Schema(description = "Requests that were not called off")
        long tickets,

        Measured response,
        Measured resolution) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * Of one of the two times.
     *
     * @param p50Minutes half of them took no longer; a minute that has begun counts
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "MeasuredTime")
    public record Measured(
            @Schema(description = "Requests of which it is over, and was measured")
            long measured,

            @Schema(nullable = true, description = "Half of them took no longer; absent where none was measured")
            Integer p50Minutes,

            @Schema(nullable = true, description = "Nine of ten took no longer")
            Integer p90Minutes,

            @Schema(nullable = true, description = "Nineteen of twenty took no longer")
            Integer p95Minutes,

            @Schema(description = "Of these, as fast as was promised")
            long kept,

            @Schema(description = "Requests of which it goes on, though what was promised is over")
            long overdue,

            @Schema(
                    nullable = true,
                    type = SchemaType.STRING,
                    description = "Of those that were measured or are overdue, half up; absent where there is none",
                    examples = "97.5")
            @JsonFormat(shape = JsonFormat.Shape.STRING)
            BigDecimal keptPercent) {

        static Measured of(Tuple row, String which) {
            long measured = row.get(which + "_measured", Long.class);
            long kept = row.get(which + "_kept", Long.class);
            long overdue = row.get(which + "_overdue", Long.class);
            long judged = measured + overdue;
            return new Measured(
                    measured,
                    row.get(which + "_p50", Integer.class),
                    row.get(which + "_p90", Integer.class),
                    row.get(which + "_p95", Integer.class),
                    kept,
                    overdue,
                    judged == 0
                            ? null
                            : BigDecimal.valueOf(kept)
                                    .multiply(HUNDRED)
                                    .divide(BigDecimal.valueOf(judged), 1, RoundingMode.HALF_UP));
        }
    }

    static ServiceTimes of(Tuple row) {
        return new ServiceTimes(
                row.get("key", String.class),
                row.get("name", String.class),
                row.get("tickets", Long.class),
                Measured.of(row, "response"),
                Measured.of(row, "resolution"));
    }
}
