package dev.fieldservice.inventory.payables;

import static java.util.stream.Collectors.joining;

import dev.fieldservice.contracts.Money;
import dev.fieldservice.inventory.payables.InvoiceFinding.Kind;
import dev.fieldservice.inventory.purchases.PurchaseOrderLine;
import dev.fieldservice.inventory.purchases.PurchaseReceipt;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** The rules by which an invoice is held against what was ordered and what came. */
final class ThreeWayMatch {

    /** The highest rate in the Union, Hungary's: article 97 of Directive 2006/112/EC sets a lowest, and no highest. */
    private static final BigDecimal HIGHEST_RATE = new BigDecimal("0.27");

    private final Map<UUID, PurchaseOrderLine> ordered;
    private final List<PurchaseReceipt> receipts;
    private final List<SupplierInvoice> others;

    /**
     * @param ordered in which the invoice counts already
     * @param others of the orders that count beside it
     */
    ThreeWayMatch(Map<UUID, PurchaseOrderLine> ordered, List<PurchaseReceipt> receipts, List<SupplierInvoice> others) {
        this.ordered = ordered;
        this.receipts = receipts;
        this.others = others;
    }

    List<InvoiceFinding> findings(SupplierInvoice invoice) {
        return Stream.of(
                        invoice.lines.items().stream().flatMap(this::ofLine), otherSum(invoice), impossibleTax(invoice))
                .flatMap(Function.identity())
                .toList();
    }

    private Stream<InvoiceFinding> ofLine(SupplierInvoice.Line line) {
        PurchaseOrderLine of = ordered.get(line.lineId());
        if (of == null) {
            return Stream.of(new InvoiceFinding(
                    Kind.MORE_THAN_RECEIVED, line.lineId(), "This line is not in the order any more"));
        }
        return Stream.of(moreThanReceived(line, of), otherPrice(line, of), moreThanItIsWorth(line, of))
                .flatMap(Function.identity());
    }

    private static Stream<InvoiceFinding> moreThanReceived(SupplierInvoice.Line line, PurchaseOrderLine of) {
        return isCovered(of)
                ? Stream.empty()
                : Stream.of(new InvoiceFinding(
                        Kind.MORE_THAN_RECEIVED,
                        line.lineId(),
                        "%s: %s %s came, %s are invoiced"
                                .formatted(of.partNumber(), shown(of.received()), of.unit(), shown(of.invoiced()))));
    }

    private static boolean isCovered(PurchaseOrderLine of) {
        return of.invoiced().compareTo(of.received()) <= 0;
    }

    /** Whoever enters a receipt does not agree to its price. */
    private Stream<InvoiceFinding> otherPrice(SupplierInvoice.Line line, PurchaseOrderLine of) {
        if (of.unitPrice().compareTo(line.unitPrice()) == 0) {
            return Stream.empty();
        }
        String came = came(line.lineId())
                .map(PurchaseReceipt::unitPrice)
                .filter(price -> price.compareTo(of.unitPrice()) != 0)
                .map(BigDecimal::toPlainString)
                .distinct()
                .collect(joining(" or "));
        return Stream.of(new InvoiceFinding(
                Kind.OTHER_PRICE,
                line.lineId(),
                "%s: %s is invoiced, %s was agreed%s"
                        .formatted(
                                of.partNumber(),
                                line.unitPrice().toPlainString(),
                                of.unitPrice().toPlainString(),
                                came.isEmpty() ? "" : "; it came at " + came)));
    }

    /** Of what has not come in this quantity it is said already. */
    private Stream<InvoiceFinding> moreThanItIsWorth(SupplierInvoice.Line line, PurchaseOrderLine of) {
        BigDecimal left = sum(came(line.lineId()).map(PurchaseReceipt::value))
                .subtract(sum(others.stream()
                        .flatMap(other -> other.lines.items().stream())
                        .filter(other -> other.lineId().equals(line.lineId()))
                        .map(SupplierInvoice.Line::net)));
        return !isCovered(of) || line.net().compareTo(left) <= 0
                ? Stream.empty()
                : Stream.of(new InvoiceFinding(
                        Kind.OTHER_PRICE,
                        line.lineId(),
                        "%s: %s is invoiced, what came and no other invoice asks for is worth %s"
                                .formatted(of.partNumber(), money(line.net()), money(left))));
    }

    private Stream<PurchaseReceipt> came(UUID line) {
        return receipts.stream().filter(receipt -> receipt.countsFor(line));
    }

    /** Each line is rounded once, half up, as on any invoice. */
    private static Stream<InvoiceFinding> otherSum(SupplierInvoice invoice) {
        BigDecimal lines = sum(invoice.lines.items().stream()
                .map(line -> Money.rounded(line.net(), invoice.currency).amount()));
        return lines.compareTo(invoice.net) == 0
                ? Stream.empty()
                : Stream.of(new InvoiceFinding(
                        Kind.OTHER_SUM,
                        null,
                        "The lines come to %s, net is %s"
                                .formatted(lines.toPlainString(), invoice.net.toPlainString())));
    }

    /** Of a credit note both are below nothing. */
    static Stream<InvoiceFinding> impossibleTax(SupplierInvoice invoice) {
        BigDecimal most = Money.rounded(invoice.net.multiply(HIGHEST_RATE), invoice.currency)
                .amount();
        return invoice.tax.signum() * invoice.net.signum() >= 0
                        && invoice.tax.abs().compareTo(most.abs()) <= 0
                ? Stream.empty()
                : Stream.of(new InvoiceFinding(
                        Kind.OTHER_SUM,
                        null,
                        "Tax is %s, from 0 to %s is possible"
                                .formatted(invoice.tax.toPlainString(), most.toPlainString())));
    }

    private static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String money(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    private static String shown(BigDecimal quantity) {
        return quantity.setScale(3).toPlainString();
    }
}
