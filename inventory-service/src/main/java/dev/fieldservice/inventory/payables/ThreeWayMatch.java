package dev.fieldservice.inventory.payables;

import dev.fieldservice.contracts.Money;
import dev.fieldservice.inventory.payables.InvoiceFinding.Kind;
import dev.fieldservice.inventory.purchases.PurchaseOrder;
import dev.fieldservice.inventory.purchases.PurchaseOrderLine;
import dev.fieldservice.inventory.purchases.PurchaseReceipt;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules by which an invoice is held against what was ordered and what came. */
final class ThreeWayMatch {

    private ThreeWayMatch() {}

    /** @param order in which the invoice counts already */
    static List<InvoiceFinding> of(SupplierInvoice invoice, PurchaseOrder order, List<PurchaseReceipt> receipts) {
        Map<UUID, PurchaseOrderLine> ordered =
                order.lines().stream().collect(Collectors.toMap(PurchaseOrderLine::id, Function.identity()));
        return Stream.concat(
                        invoice.lines.items().stream()
                                .flatMap(line -> Stream.concat(
                                        moreThanReceived(line, ordered.get(line.lineId())),
                                        otherPrice(line, ordered.get(line.lineId()), receipts))),
                        otherSum(invoice))
                .toList();
    }

    private static Stream<InvoiceFinding> moreThanReceived(SupplierInvoice.Line line, PurchaseOrderLine ordered) {
        return ordered.invoiced().compareTo(ordered.received()) <= 0
                ? Stream.empty()
                : Stream.of(new InvoiceFinding(
                        Kind.MORE_THAN_RECEIVED,
                        line.lineId(),
                        "%s: %s %s came, %s are invoiced"
                                .formatted(
                                        ordered.partNumber(),
                                        shown(ordered.received()),
                                        ordered.unit(),
                                        shown(ordered.invoiced()))));
    }

    private static Stream<InvoiceFinding> otherPrice(
            SupplierInvoice.Line line, PurchaseOrderLine ordered, List<PurchaseReceipt> receipts) {
        List<BigDecimal> came = receipts.stream()
                .filter(receipt -> receipt.countsFor(line.lineId()))
                .map(PurchaseReceipt::unitPrice)
                .distinct()
                .toList();
        List<BigDecimal> right = came.isEmpty() ? List.of(ordered.unitPrice()) : came;
        return right.stream().anyMatch(price -> price.compareTo(line.unitPrice()) == 0)
                ? Stream.empty()
                : Stream.of(new InvoiceFinding(
                        Kind.OTHER_PRICE,
                        line.lineId(),
                        "%s: %s is invoiced, %s was agreed"
                                .formatted(
                                        ordered.partNumber(),
                                        line.unitPrice().toPlainString(),
                                        right.stream()
                                                .map(BigDecimal::toPlainString)
                                                .collect(Collectors.joining(" or ")))));
    }

    /** Each line is rounded once, half up, as on any invoice. */
    private static Stream<InvoiceFinding> otherSum(SupplierInvoice invoice) {
        BigDecimal lines = invoice.lines.items().stream()
                .map(line -> Money.rounded(line.net(), invoice.currency).amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return lines.compareTo(invoice.net) == 0
                ? Stream.empty()
                : Stream.of(new InvoiceFinding(
                        Kind.OTHER_SUM,
                        null,
                        "The lines come to %s, net is %s"
                                .formatted(lines.toPlainString(), invoice.net.toPlainString())));
    }

    private static String shown(BigDecimal quantity) {
        return quantity.setScale(3).toPlainString();
    }
}
