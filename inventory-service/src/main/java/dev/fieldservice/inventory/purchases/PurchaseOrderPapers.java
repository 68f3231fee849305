package dev.fieldservice.inventory.purchases;

import dev.fieldservice.inventory.company.KnownCompany;
import dev.fieldservice.inventory.errands.InventoryErrand;
import dev.fieldservice.inventory.locations.StockLocation;
import dev.fieldservice.inventory.papers.OrderPaper;
import dev.fieldservice.inventory.suppliers.Supplier;
import dev.fieldservice.platform.errands.Errands;
import dev.fieldservice.platform.mail.Mails;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Freezes what orders say on paper, and has it go to the supplier. */
@ApplicationScoped
public class PurchaseOrderPapers {

    private final Errands errands;
    private final Mails mails;

    public PurchaseOrderPapers(Errands errands, Mails mails) {
        this.errands = errands;
        this.mails = mails;
    }

    /** Has an order go to where it is sent. What is not printed goes once it is, and is printed anew: that may have been given up. */
    Uni<Void> send(Tx tx, PurchaseOrder order) {
        return tx.session()
                .find(PurchaseOrderPaper.class, order.id())
                .chain(paper -> paper == null
                        ? freeze(tx, order)
                        : paper.isPrinted() ? OrderMail.later(tx, mails, order) : print(tx, order));
    }

    /** In the transaction that places it, and with its lines. It is printed after that, and goes to where it is sent by then. */
    Uni<Void> freeze(Tx tx, PurchaseOrder order) {
        return paper(tx, order).chain(tx::add).chain(paper -> print(tx, order));
    }

    private Uni<Void> print(Tx tx, PurchaseOrder order) {
        return errands.later(
                tx,
                InventoryErrand.PURCHASE_ORDER_PAPER,
                order.subject(),
                new OrderPrinting.Content(order.id()),
                tx.by().at());
    }

    private static Uni<PurchaseOrderPaper> paper(Tx tx, PurchaseOrder order) {
        return KnownCompany.read(tx.session())
                .chain(company -> tx.session()
                        .find(Supplier.class, order.supplierId)
                        .chain(supplier -> tx.session()
                                .find(StockLocation.class, order.locationId)
                                .map(place -> paper(order, company, supplier, place))));
    }

    private static PurchaseOrderPaper paper(
            PurchaseOrder order, KnownCompany company, Supplier supplier, StockLocation place) {
        OrderPaper paper = new OrderPaper(
                order.number,
                company.dayOf(order.orderedAt),
                order.expectedOn,
                order.orderedBy,
                OrderPaper.Party.of(company),
                supplier.party(),
                place.name(),
                order.note,
                order.lines.stream().map(line -> line.onPaper(order.currency)).toList(),
                order.total());
        return new PurchaseOrderPaper(order.id(), paper, supplier.language(company));
    }

    /** Refused with 404 where there is no such order, with 409 where it is not printed. */
    static Uni<PurchaseOrderPaper> printed(Mutiny.Session session, UUID orderId) {
        return session.find(PurchaseOrder.class, orderId)
                .onItem()
                .ifNull()
                .failWith(() -> new Refusal.NotFound("purchase order").refused())
                .chain(order -> session.find(PurchaseOrderPaper.class, orderId))
                .onItem()
                .ifNull()
                .failWith(() -> new Refusal.Conflict(
                                "not-on-paper", "It is on paper once it is ordered, or sent where that was long ago.")
                        .refused())
                .map(PurchaseOrderPaper::requirePrinted);
    }
}
