package dev.fieldservice.billing.invoices;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.billing.pricing.TaxCategory;
import dev.fieldservice.contracts.Money;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
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

        private Rate rate() {
            return new Rate(category, percent);
        }

        private Tax with(Money sum, Money itsTax) {
            return new Tax(category, percent, sum, itsTax, exemptionReason, exemptionCode);
        }

        private Tax none() {
            return with(Money.zero(tax.currency()), Money.zero(tax.currency()));
        }

        private Tax plus(Tax other) {
            return with(taxable.plus(other.taxable), tax.plus(other.tax));
        }

        private Tax minus(Tax other) {
            return with(taxable.minus(other.taxable), tax.minus(other.tax));
        }

        private Tax takenFrom(Tax left) {
            boolean isMore = tax.amount().abs().compareTo(left.tax.amount().abs()) > 0;
            return isMore ? with(taxable, left.tax) : asIn(left);
        }

        private Tax asIn(Tax other) {
            return taxable.equals(other.taxable) ? with(taxable, other.tax) : this;
        }
    }

    private record Rate(TaxCategory category, BigDecimal percent) implements Comparable<Rate> {
        @Override
        public int compareTo(Rate other) {
            int byCategory = category.compareTo(other.category);
            return byCategory == 0 ? percent.compareTo(other.percent) : byCategory;
        }
    }

    /** What a line adds: its rounded amount, and how that is taxed. @param exemptionReason null where nothing has to be said */
    public record Taxed(TaxCategory category, BigDecimal percent, BigDecimal net, String exemptionReason) {

        private Rate rate() {
            return new Rate(category, percent);
        }
    }

    /** Counts what is billed and has a price; what has none yet is missing from the sums. */
    static Totals of(List<InvoiceLine> lines, String currency) {
        return sum(
                lines.stream()
                        .filter(line -> line.isBilled() && line.isPriced())
                        .map(line -> new Taxed(line.taxCategory, line.taxPercent, line.net, line.exemptionReason))
                        .toList(),
                currency);
    }

    public static Totals sum(List<Taxed> lines, String currency) {
        Map<Rate, Money> taxable = lines.stream()
                .collect(Collectors.toMap(
                        Taxed::rate, line -> new Money(line.net, currency), Money::plus, TreeMap::new));
        return of(
                taxable.entrySet().stream()
                        .map(group -> Tax.of(group.getKey(), group.getValue(), reasons(lines, group.getKey())))
                        .toList(),
                currency);
    }

    private static Totals of(Collection<Tax> taxes, String currency) {
        Money net = taxes.stream().map(Tax::taxable).reduce(Money.zero(currency), Money::plus);
        Money tax = taxes.stream().map(Tax::tax).reduce(Money.zero(currency), Money::plus);
        return new Totals(List.copyOf(taxes), net, tax, net.plus(tax));
    }

    /** A group of lines has one reason (BG-23): all of them, one after the other. */
    private static String reasons(List<Taxed> lines, Rate rate) {
        return lines.stream()
                .filter(line -> line.rate().compareTo(rate) == 0)
                .map(Taxed::exemptionReason)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    /** Both together, of each category and rate. */
    Totals plus(Totals other) {
        return combined(other, Tax::plus);
    }

    /** What is left of each category and rate without the other. */
    Totals minus(Totals other) {
        return combined(other, Tax::minus);
    }

    private Totals combined(Totals other, BinaryOperator<Tax> how) {
        Map<Rate, Tax> taxes = new TreeMap<>();
        this.taxes.forEach(each -> taxes.put(each.rate(), each));
        other.taxes.forEach(each ->
                taxes.compute(each.rate(), (rate, mine) -> how.apply(mine == null ? each.none() : mine, each)));
        return of(taxes.values(), currency());
    }

    /**
     * The totals of a credit note: where it takes all that is left of a category and rate, it takes all that is left of its tax,
     * so that the roundings of several credits do not leave a cent; and it never takes more.
     */
    public Totals takenFrom(Totals left) {
        return beside(left, Tax::takenFrom);
    }

    /** Where the same is taxed as there, the tax is the same. */
    Totals asIn(Totals other) {
        return beside(other, Tax::asIn);
    }

    private Totals beside(Totals other, BinaryOperator<Tax> how) {
        Map<Rate, Tax> there = new TreeMap<>();
        other.taxes.forEach(each -> there.put(each.rate(), each));
        return of(
                taxes.stream()
                        .map(each -> how.apply(each, there.getOrDefault(each.rate(), each)))
                        .toList(),
                currency());
    }

    public String currency() {
        return gross.currency();
    }
}
