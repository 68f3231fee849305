package dev.fieldservice.billing.invoices;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.billing.pricing.TaxCategory;
import dev.fieldservice.contracts.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "InvoiceTax")
    public record Tax(
            TaxCategory category,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING, examples = "21.00")
            BigDecimal percent,

            @Schema(description = "Sum of the lines that are taxed so")
            Money taxable,

            Money tax,

            @Schema(nullable = true, description = "Why it is not taxed (BT-120)")
            String exemptionReason,

            @Schema(nullable = true, description = "The same as a code of the VATEX list (BT-121)")
            String exemptionCode) {

        static Tax of(Rate rate, Money taxable, String why) {
            return new Tax(
                    rate.category(),
                    rate.percent(),
                    taxable,
                    taxable.times(rate.percent().movePointLeft(PERCENT_DECIMALS)),
                    why.isEmpty() ? null : why,
                    rate.category().exemptionCode());
        }
    }

    record Rate(TaxCategory category, BigDecimal percent) implements Comparable<Rate> {
        @Override
        public int compareTo(Rate other) {
            int byCategory = category.compareTo(other.category);
            return byCategory == 0 ? percent.compareTo(other.percent) : byCategory;
        }
    }

    /** Counts what is billed and has a price; what has none yet is missing from the sums. */
    static Totals of(List<InvoiceLine> lines, String currency) {
        Map<Rate, Money> taxable = lines.stream()
                .filter(line -> line.isBilled() && line.isPriced())
                .collect(Collectors.toMap(
                        line -> new Rate(line.taxCategory, line.taxPercent),
                        line -> new Money(line.net, currency),
                        Money::plus,
                        TreeMap::new));
        List<Tax> taxes = taxable.entrySet().stream()
                .map(group -> Tax.of(group.getKey(), group.getValue(), reasons(lines, group.getKey())))
                .toList();
        Money net = taxes.stream().map(Tax::taxable).reduce(Money.zero(currency), Money::plus);
        Money tax = taxes.stream().map(Tax::tax).reduce(Money.zero(currency), Money::plus);
        return new Totals(taxes, net, tax, net.plus(tax));
    }

    /** A group of lines has one reason (BG-23): all of them, one after the other. */
    private static String reasons(List<InvoiceLine> lines, Rate rate) {
        return lines.stream()
                .filter(line -> line.isBilled() && line.isPriced())
                .filter(line -> new Rate(line.taxCategory, line.taxPercent).compareTo(rate) == 0)
                .map(line -> line.exemptionReason)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("; "));
    }
}
