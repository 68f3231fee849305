package dev.fieldservice.inventory.returns;

import dev.fieldservice.inventory.company.KnownCompany;
import dev.fieldservice.inventory.errands.InventoryErrand;
import dev.fieldservice.inventory.papers.OrderPaper;
import dev.fieldservice.inventory.suppliers.Supplier;
import dev.fieldservice.platform.errands.Errands;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Freezes what returns say on paper, in the form of an order. */
@ApplicationScoped
public class SupplierReturnPapers {

    private final Errands errands;

    public SupplierReturnPapers(Errands errands) {
        this.errands = errands;
    }

    /** In the transaction that sends it, and with its lines. It is printed after that. */
    Uni<Void> freeze(Tx tx, SupplierReturn sent) {
        return KnownCompany.read(tx.session())
                .chain(company -> tx.session()
                        .find(Supplier.class, sent.supplierId)
                        .map(supplier -> new SupplierReturnPaper(
                                sent.id(), paper(sent, company, supplier), supplier.language(company))))
                .chain(tx::add)
                .chain(() -> errands.later(
                        tx,
                        InventoryErrand.SUPPLIER_RETURN_PAPER,
                        sent.subject(),
                        new ReturnPrinting.Content(sent.id()),
                        tx.by().at()));
    }

    private static OrderPaper paper(SupplierReturn sent, KnownCompany company, Supplier supplier) {
        String places = sent.lines.stream()
                .map(line -> line.locationName)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(", "));
        return new OrderPaper(
                sent.number,
                company.dayOf(sent.sentAt),
                null,
                sent.sentBy,
                OrderPaper.Party.of(company),
                supplier.party(),
                places.isEmpty() ? null : places,
                sent.note,
                sent.lines.stream().map(line -> line.onPaper(sent.currency)).toList(),
                sent.total());
    }

    /** Refused with 404 where there is no such return, with 409 where it is not printed. */
    static Uni<SupplierReturnPaper> printed(Mutiny.Session session, UUID returnId) {
        return session.find(SupplierReturn.class, returnId)
                .onItem()
                .ifNull()
                .failWith(() -> new Refusal.NotFound("supplier return").refused())
                .chain(sent -> session.find(SupplierReturnPaper.class, returnId))
                .onItem()
                .ifNull()
                .failWith(() -> new Refusal.Conflict("not-on-paper", "It is on paper once it is sent.").refused())
                .map(SupplierReturnPaper::requirePrinted);
    }
}
