package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Http.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.testing.Person;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An invoice as it should be, worked out beside the service: 21 %, each line rounded once. */
final class Billed {

    private static final BigDecimal TAX = new BigDecimal("0.21");
    private static final BigDecimal MINUTES = new BigDecimal(60);

    final String path;

    /** Whose price comes late or not at all; null where it bills again what was billed before. */
    final UUID part;

    final List<Line> lines;

    /** Of a reversal: taxed as credited. */
    private BigDecimal taxAsCredited;

    boolean isIssued;
    private BigDecimal creditedNet = BigDecimal.ZERO;
    private BigDecimal creditedTax = BigDecimal.ZERO;

    Billed(String path, UUID part, List<Line> lines) {
        this.path = path;
        this.part = part;
        this.lines = lines;
    }

    /** What bills again what was credited: its lines are taken as they are shown, and have to add up. */
    static Billed again(String path, Response seen, boolean isReversal) {
        Billed again = new Billed(
                path,
                null,
                seen.<List<Map<String, ?>>>path("lines").stream().map(Line::of).toList());
        again.taxAsCredited = isReversal ? decimal(seen.path("totals.tax.amount")) : null;
        return again;
    }

    /** A line; of what was taken out of the draft nothing is billed. */
    static final class Line {
        final String id;
        BigDecimal quantity;
        BigDecimal unitPrice;
        private final BigDecimal base;
        boolean isTakenOut;
        BigDecimal left;
        BigDecimal leftNet;

        /** @param unitPrice null as long as it is not known */
        Line(String id, BigDecimal quantity, BigDecimal unitPrice, BigDecimal base) {
            this.id = id;
            this.quantity = quantity;
            this.unitPrice = unitPrice;
            this.base = base;
        }

        static Line of(Map<String, ?> seen) {
            return new Line(
                    (String) seen.get("id"),
                    decimal(seen.get("quantity")),
                    decimal(((Map<?, ?>) seen.get("unitPrice")).get("amount")),
                    decimal(seen.get("priceBaseQuantity")));
        }

        BigDecimal net() {
            return unitPrice == null ? BigDecimal.ZERO : priced(quantity);
        }

        private BigDecimal priced(BigDecimal amount) {
            return amount.multiply(unitPrice).divide(base, 2, RoundingMode.HALF_UP);
        }

        /** The last of it takes what is left of its net. */
        BigDecimal credit(BigDecimal taken) {
            BigDecimal net =
                    taken.compareTo(left) == 0 ? leftNet : priced(taken).min(leftNet);
            left = left.subtract(taken);
            leftNet = leftNet.subtract(net);
            return net;
        }

        boolean isLeft() {
            return !isTakenOut && (left.signum() > 0 || leftNet.signum() > 0);
        }

        /** What was one sum is no quantity that could be halved. */
        boolean isOneSum() {
            return base.compareTo(MINUTES) != 0 && quantity.compareTo(BigDecimal.ONE) == 0;
        }
    }

    private List<Line> inBill() {
        return lines.stream().filter(line -> !line.isTakenOut).toList();
    }

    boolean isPriced() {
        return inBill().stream().noneMatch(line -> line.unitPrice == null);
    }

    BigDecimal net() {
        return inBill().stream().map(Line::net).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal tax() {
        return taxAsCredited == null ? ofTax(net()) : taxAsCredited;
    }

    BigDecimal gross() {
        return net().add(tax());
    }

    private static BigDecimal ofTax(BigDecimal net) {
        return net.multiply(TAX).setScale(2, RoundingMode.HALF_UP);
    }

    void issued() {
        isIssued = true;
        inBill().forEach(line -> {
            line.left = line.quantity;
            line.leftNet = line.net();
        });
    }

    boolean isLeft() {
        return lines.stream().anyMatch(Line::isLeft);
    }

    /** Of several credits the last takes what is left of the tax, and none takes more. What is taken back in all. */
    BigDecimal credit(BigDecimal net) {
        BigDecimal leftNet = inBill().stream().map(line -> line.leftNet).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal leftTax = tax().subtract(creditedTax);
        BigDecimal tax = leftNet.signum() == 0 ? leftTax : ofTax(net).min(leftTax);
        creditedNet = creditedNet.add(net);
        creditedTax = creditedTax.add(tax);
        return net.add(tax);
    }

    /** Lines and tax come to the total, and what is credited to what was taken back. */
    void addsUp() {
        Response seen = get(Person.ANA, path);
        assertThat(decimal(seen.path("totals.net.amount"))).isEqualByComparingTo(net());
        assertThat(decimal(seen.path("totals.tax.amount"))).isEqualByComparingTo(tax());
        assertThat(decimal(seen.path("totals.gross.amount"))).isEqualByComparingTo(gross());
        if (creditedNet.signum() != 0) {
            assertThat(decimal(seen.path("credited.net.amount"))).isEqualByComparingTo(creditedNet);
            assertThat(decimal(seen.path("credited.tax.amount"))).isEqualByComparingTo(creditedTax);
        }
        for (int i = 0; isIssued && i < lines.size(); i++) {
            Billed.Line line = lines.get(i);
            BigDecimal credited = line.isTakenOut ? BigDecimal.ZERO : line.quantity.subtract(line.left);
            assertThat(decimal(seen.path("lines[%d].creditedQuantity".formatted(i))))
                    .isEqualByComparingTo(credited);
        }
        if (isIssued && !isLeft()) {
            assertThat(seen.<Object>path("credited.gross")).isEqualTo(seen.path("totals.gross"));
        }
    }

    static BigDecimal decimal(Object text) {
        return new BigDecimal((String) text);
    }
}
