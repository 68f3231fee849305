package dev.fieldservice.inventory.purchases;

import dev.fieldservice.contracts.UnitPrice;
import dev.fieldservice.inventory.parts.Part;
import dev.fieldservice.inventory.stock.Receipts;
import dev.fieldservice.inventory.stock.StockReceipt;
import dev.fieldservice.platform.problems.FieldError;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.problems.Refused;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Receives what comes of purchase orders. An order is locked before the stock that it changes. */
@ApplicationScoped
public class Deliveries {

    private static final BigDecimal DEAREST = new BigDecimal("9999999.9999");

    private final PurchaseOrders orders;
    private final Receipts receipts;

    public Deliveries(PurchaseOrders orders, Receipts receipts) {
        this.orders = orders;
        this.receipts = receipts;
    }

    /** Books what came, each line as a receipt of its own, at the price at which it came. */
    Uni<PurchaseOrders.Found> receive(Tx tx, UUID id, ReceivedGoods goods) {
        return orders.load(tx, id).chain(order -> {
            requireItsLines(order, goods);
            return counted(tx, order, goods).chain(counted -> receive(tx, order, counted));
        });
    }

    private Uni<PurchaseOrders.Found> receive(Tx tx, PurchaseOrder order, ReceivedGoods goods) {
        IntStream.range(0, goods.lines().size()).forEach(index -> requireThatItFits(order, goods, index));
        order.receive(goods, tx.by());
        return OneByOne.each(inOrderOfParts(order, goods), index -> book(tx, order, goods, index))
                .chain(tx.session()::flush)
                .chain(() -> PurchaseOrders.found(tx, order));
    }

    /** In the parts' units, as they were ordered; refused with 422 where a part is not handled in the unit in which it came. */
    private static Uni<ReceivedGoods> counted(Tx tx, PurchaseOrder order, ReceivedGoods goods) {
        List<ReceivedGoods.Line> counted = new ArrayList<>();
        return OneByOne.each(goods.lines(), came -> {
                    PurchaseOrderLine line = order.line(came.lineId());
                    String pointer = "/lines/" + counted.size() + "/quantity";
                    return came.quantity().unit().equals(line.unit)
                            ? Uni.createFrom().item(counted.add(came))
                            : tx.session()
                                    .find(Part.class, line.partId)
                                    .map(part -> counted.add(came.of(part.counted(came.quantity(), pointer))));
                })
                .replaceWith(() -> goods.of(counted));
    }

    /** As levels are locked, so that two deliveries of the same parts wait for one another and not both. */
    private static List<Integer> inOrderOfParts(PurchaseOrder order, ReceivedGoods goods) {
        return IntStream.range(0, goods.lines().size())
                .boxed()
                .sorted(Comparator.comparing(
                        index -> order.line(goods.lines().get(index).lineId()).partId))
                .toList();
    }

    private Uni<Void> book(Tx tx, PurchaseOrder order, ReceivedGoods goods, int index) {
        ReceivedGoods.Line came = goods.lines().get(index);
        PurchaseOrderLine line = order.line(came.lineId());
        BigDecimal price =
                came.unitPrice() == null ? line.unitPrice : came.unitPrice().amount();
        return orders.currency(tx)
                .map(currency -> new StockReceipt(
                        order.locationId,
                        line.partId,
                        came.quantity(),
                        order.supplierName,
                        order.supplierId,
                        goods.deliveryNote(),
                        goods.repeatReason(),
                        null,
                        new UnitPrice(order.cost(price), currency),
                        came.serials(),
                        null))
                .chain(receipt -> receipts.receive(tx, receipt))
                .onFailure(Refused.class)
                .transform(refused -> at(index, refused))
                .chain(receipt -> tx.session()
                        .persist(new PurchaseReceipt(
                                receipt,
                                line,
                                came.quantity().amount(),
                                price,
                                goods.deliveryNote(),
                                tx.by().at())));
    }

    /** What is wrong with a receipt is wrong with a line here. */
    private static Throwable at(int index, Refused refused) {
        return refused.refusal() instanceof Refusal.RuleViolated rule
                ? new Refusal.RuleViolated(
                                rule.code(),
                                rule.detail(),
                                rule.errors().stream()
                                        .map(error -> new FieldError(
                                                pointer(index, error.pointer()), error.code(), error.detail()))
                                        .toList())
                        .refused()
                : refused;
    }

    private static String pointer(int index, String within) {
        return within.equals("/repeatReason") ? within : "/lines/" + index + within;
    }

    private static void requireItsLines(PurchaseOrder order, ReceivedGoods goods) {
        Set<UUID> known = order.lines.stream().map(PurchaseOrderLine::id).collect(Collectors.toSet());
        Set<UUID> seen = new HashSet<>();
        for (int index = 0; index < goods.lines().size(); index++) {
            UUID id = goods.lines().get(index).lineId();
            if (!known.contains(id)) {
                throw Refusal.RuleViolated.unknown("/lines/" + index + "/lineId", "line of this order");
            }
            if (!seen.add(id)) {
                throw Refusal.RuleViolated.at(
                        "/lines/" + index + "/lineId", "line-twice", "A line comes once on a delivery note.");
            }
        }
    }

    private static void requireThatItFits(PurchaseOrder order, ReceivedGoods goods, int index) {
        ReceivedGoods.Line came = goods.lines().get(index);
        PurchaseOrderLine line = order.line(came.lineId());
        String at = "/lines/" + index;
        if (came.unitPrice() != null && !came.unitPrice().currency().equals(order.currency)) {
            throw Refusal.RuleViolated.at(
                    at + "/unitPrice/currency", "other-currency", "It was ordered in " + order.currency + ".");
        }
        BigDecimal price =
                came.unitPrice() == null ? line.unitPrice : came.unitPrice().amount();
        if (order.cost(price).compareTo(DEAREST) > 0) {
            throw Refusal.RuleViolated.at(
                    at + "/unitPrice/amount", "too-expensive", "At most " + DEAREST + " is taken for a unit.");
        }
        BigDecimal all = line.received.add(came.quantity().amount());
        if (all.compareTo(line.quantity) > 0 && goods.overDeliveryReason() == null) {
            throw Refusal.RuleViolated.at(
                    at + "/quantity/amount",
                    "more-than-ordered",
                    "%s %s are ordered, with this there are %s. Say why it is taken (overDeliveryReason)."
                            .formatted(line.quantity.toPlainString(), line.unit, all.toPlainString()));
        }
    }
}
