package dev.fieldservice.billing.invoices;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.fieldservice.billing.pricing.TaxCategory;
import dev.fieldservice.contracts.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The sums of an invoice as EN 16931 adds them up: tax is rounded once for each category and rate, of the sum of its
 * rounded lines (BR-S-08, BR-S-09); everything else is plain addition (BR-CO-10, 14, 15).
 */
@Schema(name = "InvoiceTotals")
public record Totals(List<Tax> taxes, Money net, Money tax, Money gross) {

    private static final int PERCENT_DECIMALS = 2;

    /** The tax of one category and rate. */
    @Schema(name = "InvoiceTax")
    public record Tax(
            TaxCategory category,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING, examples = "21.00")
            BigDecimal percent,

            @Schema(description = "Sum of the lines that are taxed so")
            Money taxable,

            Money tax) {

        static Tax of(Rate rate, Money taxable) {
            return new Tax(
                    rate.category(),
                    rate.percent(),
                    taxable,
                    taxable.times(rate.percent().movePointLeft(PERCENT_DECIMALS)));
        }
    }

    record Rate(TaxCategory category, BigDecimal percent) implements Comparable<Rate> {
        @Override
        public int compareTo(Rate other) {
            int byCategory = category.compareTo(other.category);
            return byCategory == 0 ? percent.compareTo(other.percent) : byCategory;
        }
    }

    /** Counts what has a price; what has none yet is missing from the sums. */
    static Totals of(List<InvoiceLine> lines, String currency) {
        Map<Rate, Money> taxable = lines.stream()
                .filter(InvoiceLine::isPriced)
                .collect(Collectors.toMap(
                        line -> new Rate(line.taxCategory, line.taxPercent),
                        line -> new Money(line.net, currency),
                        Money::plus,
                        TreeMap::new));
        List<Tax> taxes = taxable.entrySet().stream()
                .map(group -> Tax.of(group.getKey(), group.getValue()))
                .toList();
        Money net = taxes.stream().map(Tax::taxable).reduce(Money.zero(currency), Money::plus);
        Money tax = taxes.stream().map(Tax::tax).reduce(Money.zero(currency), Money::plus);
        return new Totals(taxes, net, tax, net.plus(tax));
    }
}
