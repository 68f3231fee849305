package dev.fieldservice.billing.margins;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.Money;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came in for some jobs, what they cost, and what is left. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Margin")
public record Margin(
        @Schema(
                nullable = true,
                description =
                        "Id of the job, customer, machine, contract or technician, or the month; absent for what belongs to none",
                maxLength = 36,
                examples = "2026-03")
        String key,

        @Schema(nullable = true, description = "What it is called, as known last")
        String name,

        @Schema(description = "Closed jobs; who is one of several who worked on a job has it too")
        long jobs,

        @Schema(description = "Of these, without an issued invoice: their costs count, and no revenue yet, if ever")
        long jobsWithoutInvoice,

        @Schema(description = "Net of tax and of credit notes")
        Money revenue,

        Money partsCost,
        Money labourCost,
        @Schema(description = "Of the time on the way") Money travelCost,

        @Schema(description = "Parts, labour, travel and kilometres")
        Money cost,

        @Schema(description = "Revenue less cost") Money margin,

        @Schema(
                nullable = true,
                type = SchemaType.STRING,
                description = "Of revenue, half up; absent where there is none",
                examples = "41.35")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal marginPercent,

        @Schema(description = "Usages without a cost: the margin is too high by them")
        long usagesWithoutCost,

        @Schema(description = "Time entries without a cost, each day of them")
        long hoursWithoutCost,

        @Schema(description = "Of what was driven") Money kilometresCost,

        @Schema(description = "Journeys whose kilometres have no cost")
        long journeysWithoutCost) {

    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final int DECIMALS = 2;

    static Margin of(Tuple row) {
        String currency = row.get("currency", String.class);
        Money revenue = money(row, "revenue", currency);
        Money parts = money(row, "parts", currency);
        Money labour = money(row, "labour", currency);
        Money travel = money(row, "travel", currency);
        Money driven = money(row, "driven", currency);
        Money cost = parts.plus(labour).plus(travel).plus(driven);
        Money margin = revenue.minus(cost);
        return new Margin(
                row.get("key", String.class),
                row.get("name", String.class),
                count(row, "jobs"),
                count(row, "open"),
                revenue,
                parts,
                labour,
                travel,
                cost,
                margin,
                percent(margin.amount(), revenue.amount()),
                count(row, "usages"),
                count(row, "hours"),
                driven,
                count(row, "journeys"));
    }

    /** Where in the list it is. */
    String position() {
        return (key == null ? "" : key) + "|" + revenue.currency();
    }

    private static Money money(Tuple row, String column, String currency) {
        return Money.rounded(row.get(column, BigDecimal.class), currency);
    }

    private static long count(Tuple row, String column) {
        return row.get(column, BigDecimal.class).longValueExact();
    }

    private static BigDecimal percent(BigDecimal margin, BigDecimal revenue) {
        return revenue.signum() <= 0 ? null : margin.multiply(HUNDRED).divide(revenue, DECIMALS, RoundingMode.HALF_UP);
    }
}
