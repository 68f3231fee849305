package dev.fieldservice.billing.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.billing.pricing.TaxCategory;
import dev.fieldservice.contracts.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** However an invoice is credited in parts, the parts are the whole, and none takes more than is left. */
class CreditTotalsTest {

    private static final String LEI = "RON";

    /** A line, and with which of five credit notes it is taken back. */
    record Credited(Totals.Taxed line, int note) {}

    @Property
    void theCreditsOfAllLinesLeaveNothing(@ForAll("invoices") List<Credited> invoice) {
        Totals left = sum(invoice);
        for (int note = 0; note < 5; note++) {
            Totals credit = sum(notes(invoice, note)).takenFrom(left);
            assertThat(credit.gross()).isEqualTo(credit.net().plus(credit.tax()));
            left = left.minus(credit);
            assertThat(left.taxes()).allMatch(tax -> tax.tax().amount().signum() >= 0);
        }
        assertThat(left.gross()).isEqualTo(Money.zero(LEI));
        assertThat(left.taxes()).allMatch(tax -> tax.tax().equals(Money.zero(LEI)));
    }

    private static List<Credited> notes(List<Credited> invoice, int note) {
        List<Credited> taken = new ArrayList<>(invoice);
        taken.removeIf(each -> each.note() != note);
        return taken;
    }

    private static Totals sum(List<Credited> lines) {
        return Totals.sum(lines.stream().map(Credited::line).toList(), LEI);
    }

    @Provide
    Arbitrary<List<Credited>> invoices() {
        Arbitrary<BigDecimal> nets = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("99999"))
                .ofScale(2);
        Arbitrary<String> rates = Arbitraries.of("21.00", "11.00", "0.00");
        return Combinators.combine(nets, rates, Arbitraries.integers().between(0, 4))
                .as((net, rate, note) -> new Credited(
                        new Totals.Taxed(
                                rate.equals("0.00") ? TaxCategory.Z : TaxCategory.S, new BigDecimal(rate), net, null),
                        note))
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }
}
