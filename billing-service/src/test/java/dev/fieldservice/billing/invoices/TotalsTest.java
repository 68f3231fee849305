package dev.fieldservice.billing.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.billing.pricing.Coverage;
import dev.fieldservice.billing.pricing.Deal;
import dev.fieldservice.billing.pricing.Listed;
import dev.fieldservice.billing.pricing.PriceRules;
import dev.fieldservice.billing.pricing.Prices;
import dev.fieldservice.billing.pricing.Sale;
import dev.fieldservice.billing.pricing.Tax;
import dev.fieldservice.billing.pricing.TaxCategory;
import dev.fieldservice.billing.pricing.TaxLevel;
import dev.fieldservice.contracts.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** EN 16931: each line is rounded, then added; tax is rounded once for each category and rate. */
class TotalsTest {

    private static final BigDecimal HALF_A_CENT = new BigDecimal("0.005");

    private static final Sale SALE = new Sale(UUID.randomUUID(), null, "RO", "RO");
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    /** @param base the price is for so many */
    record Sold(BigDecimal quantity, BigDecimal price, TaxCategory category, int base) {

        Sold(BigDecimal quantity, BigDecimal price, TaxCategory category) {
            this(quantity, price, category, 1);
        }
    }

    @Test
    void theInvoiceOfTheLeakyChillerIsAsCalculatedByHand() {
        Totals totals = totals(
                sold("1", "389.90"), // 389.90
                sold("2.5", "214.55"), // 536.375 → 536.38
                minutes("105", "180"), // 315.00
                minutes("40", "90")); // 60.00

        assertThat(totals.net()).isEqualTo(lei("1301.28"));
        assertThat(totals.tax()).isEqualTo(lei("273.27")); // 273.2688
        assertThat(totals.gross()).isEqualTo(lei("1574.55"));
    }

    @Test
    void minutesAtAPriceForAnHourAreRoundedOnceAndNotAsHoursBefore() {
        assertThat(totals(minutes("20", "180")).net()).isEqualTo(lei("60.00"));
        assertThat(totals(minutes("7", "175.55")).net()).isEqualTo(lei("20.48")); // 20.4808
        assertThat(totals(minutes("1", "100")).net()).isEqualTo(lei("1.67")); // 1.6666…
        assertThat(totals(minutes("3", "0.10")).net()).isEqualTo(lei("0.01")); // 0.005
    }

    @Test
    void taxOfHalfACentIsRoundedUpAndOnceForAllLines() {
        assertThat(totals(sold("1", "0.50")).tax()).isEqualTo(lei("0.11")); // 0.105
        // three lines of 0.0756 each would be 0.24; together they are 1.08 × 21 % = 0.2268
        assertThat(totals(sold("1", "0.36"), sold("1", "0.36"), sold("1", "0.36"))
                        .tax())
                .isEqualTo(lei("0.23"));
        assertThat(totals(sold("1000", "0.0125")).net()).isEqualTo(lei("12.50"));
    }

    @Test
    void eachCategoryIsTaxedForItself() {
        Totals totals = totals(sold("1", "100"), new Sold(BigDecimal.ONE, new BigDecimal("50"), TaxCategory.E));

        assertThat(totals.taxes()).extracting(Totals.Tax::category).containsExactly(TaxCategory.S, TaxCategory.E);
        assertThat(totals.taxes()).extracting(Totals.Tax::tax).containsExactly(lei("21.00"), lei("0.00"));
        assertThat(totals.gross()).isEqualTo(lei("171.00"));
    }

    @Test
    void whatHasNoPriceIsMissingFromTheTotals() {
        InvoiceLine unknown = line(sold("1", "10"));
        unknown.price(pricing(Map.of(), TaxCategory.S));

        assertThat(unknown.isPriced()).isFalse();
        assertThat(Totals.of(List.of(unknown), "RON").gross()).isEqualTo(lei("0.00"));
    }

    @Property(tries = 300)
    void linesAndTaxAddUpToTheTotalAndNoRoundingIsOffByMoreThanHalfACent(@ForAll("sales") List<Sold> sales) {
        List<InvoiceLine> lines = lines(sales);
        Totals totals = Totals.of(lines, "RON");

        BigDecimal net = lines.stream().map(line -> line.net).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(totals.net().amount()).isEqualByComparingTo(net);
        assertThat(totals.net().plus(totals.tax())).isEqualTo(totals.gross());
        assertThat(totals.taxes().stream().map(Totals.Tax::taxable).reduce(lei("0"), Money::plus))
                .isEqualTo(totals.net());
        for (int i = 0; i < lines.size(); i++) {
            BigDecimal exact = sales.get(i).quantity().multiply(sales.get(i).price());
            assertThat(lines.get(i).net.subtract(exact).abs()).isLessThanOrEqualTo(HALF_A_CENT);
        }
        totals.taxes().forEach(tax -> {
            BigDecimal exact = tax.taxable().amount().multiply(tax.percent()).movePointLeft(2);
            assertThat(tax.tax().amount()).isEqualByComparingTo(exact.setScale(2, RoundingMode.HALF_UP));
        });
    }

    @Provide
    Arbitrary<List<Sold>> sales() {
        Arbitrary<BigDecimal> quantities = Arbitraries.bigDecimals()
                .between(new BigDecimal("0.001"), new BigDecimal("1000"))
                .ofScale(3);
        Arbitrary<BigDecimal> prices = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("99999"))
                .ofScale(4);
        return Combinators.combine(quantities, prices, Arbitraries.of(TaxCategory.S, TaxCategory.Z, TaxCategory.E))
                .as(Sold::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    private static Totals totals(Sold... sales) {
        return Totals.of(lines(List.of(sales)), "RON");
    }

    private static List<InvoiceLine> lines(List<Sold> sales) {
        List<InvoiceLine> lines = new ArrayList<>();
        for (Sold sold : sales) {
            InvoiceLine line = line(sold);
            line.price(pricing(Map.of(line.partId, ever(sold.price().toPlainString())), sold.category()));
            lines.add(line);
        }
        return lines;
    }

    private static InvoiceLine line(Sold sold) {
        Charge charge = new Charge(
                LineKind.PART,
                UUID.randomUUID(),
                "Filtru",
                null,
                sold.quantity(),
                "EA",
                BigDecimal.valueOf(sold.base()),
                DAY,
                null,
                LineOrigin.usage(UUID.randomUUID()));
        return new InvoiceLine(null, charge);
    }

    private static Sold sold(String quantity, String price) {
        return new Sold(new BigDecimal(quantity), new BigDecimal(price), TaxCategory.S);
    }

    private static Sold minutes(String quantity, String hourlyRate) {
        return new Sold(new BigDecimal(quantity), new BigDecimal(hourlyRate), TaxCategory.S, 60);
    }

    private static Pricing pricing(Map<UUID, List<Listed>> parts, TaxCategory category) {
        Prices prices = new Prices(
                "RON",
                parts,
                Map.of(),
                Map.of(TaxLevel.STANDARD, ever("21.00")),
                List.of(),
                new PriceRules(List.of(), "RON", Set.of()),
                Tax.of(category),
                "RO",
                List.of("ro"));
        return new Pricing(
                prices, SALE, new Deal(SALE.customerId(), null, null, null, null, DAY), ZoneOffset.UTC, Coverage.NONE);
    }

    private static List<Listed> ever(String amount) {
        return List.of(Listed.general(UUID.randomUUID(), LocalDate.MIN, new BigDecimal(amount)));
    }

    private static Money lei(String amount) {
        return new Money(new BigDecimal(amount), "RON");
    }
}
