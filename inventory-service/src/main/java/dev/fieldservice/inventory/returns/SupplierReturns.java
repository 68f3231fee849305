package dev.fieldservice.inventory.returns;

import dev.fieldservice.inventory.company.KnownCompany;
import dev.fieldservice.inventory.pieces.Piece;
import dev.fieldservice.inventory.suppliers.Supplier;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Gathers what goes back to suppliers, sends it and has it credited. A return is locked before the stock and the pieces that it moves. */
@ApplicationScoped
public class SupplierReturns {

    private static final BigDecimal MOST = new BigDecimal("999999999.99");

    private static final String NEXT = """
            insert into supplier_return_series as series (year, last) values (:year, 1)
            on conflict (year) do update set last = series.last + 1
            returning last""";

    /** Of whom a piece came last, or else of whom its part is bought. */
    private static final String TO_RETURN = """
            select piece.id from piece
             where piece.disposition = 'RETURN_TO_SUPPLIER'
               and not exists (select from supplier_return_line l join supplier_return r on r.id = l.supplier_return_id
                                where l.piece_id = piece.id and r.state = 'DRAFT')
               and :supplier = coalesce(
                   (select coalesce(o.supplier_id, n.supplier_id) from piece_step step
                      left join purchase_receipt came on came.receipt_id = step.source_id
                      left join purchase_order o on o.id = came.purchase_order_id
                      left join delivery_note n on n.receipt_id = step.source_id
                     where step.piece_id = piece.id and step.kind = 'RECEIVED'
                       and not exists (select from stock_movement back
                                        where back.id = step.source_id and back.kind = 'SUPPLIER_RETURN')
                     order by step.id desc
                     limit 1),
                   (select offer.supplier_id from supplier_part offer where offer.part_id = piece.part_id and offer.preferred))
             order by piece.id
             limit 50""";

    private final ReturnBooking booking;
    private final SupplierReturnPapers papers;

    public SupplierReturns(ReturnBooking booking, SupplierReturnPapers papers) {
        this.booking = booking;
        this.papers = papers;
    }

    Uni<SupplierReturn> draft(Tx tx, NewSupplierReturn wanted) {
        return tx.session()
                .find(Supplier.class, wanted.supplierId())
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.RuleViolated.unknown("/supplierId", "supplier"))
                .chain(supplier -> lines(tx, wanted)
                        .chain(lines -> Returnables.of(tx, supplier, lines))
                        .invoke(SupplierReturns::requireSum)
                        .chain(goods -> number(tx)
                                .chain(number -> tx.add(
                                        SupplierReturn.draft(number, supplier, wanted.note(), goods, tx.by())))));
    }

    private static Uni<List<NewSupplierReturn.Line>> lines(Tx tx, NewSupplierReturn wanted) {
        return wanted.lines() != null
                ? Uni.createFrom().item(wanted.lines())
                : tx.session()
                        .createNativeQuery(TO_RETURN, UUID.class)
                        .setParameter("supplier", wanted.supplierId())
                        .getResultList()
                        .invoke(SupplierReturns::requireAny)
                        .map(pieces ->
                                pieces.stream().map(NewSupplierReturn.Line::of).toList());
    }

    private static void requireAny(List<UUID> pieces) {
        if (pieces.isEmpty()) {
            throw new Refusal.Conflict("nothing-to-return", "No piece that came from this supplier is to be returned.")
                    .refused();
        }
    }

    private static void requireSum(List<ReturnedGoods> goods) {
        BigDecimal sum = goods.stream()
                .map(each -> each.quantity().multiply(each.unitPrice()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(MOST) > 0) {
            throw Refusal.RuleViolated.at("/lines", "too-expensive", "At most " + MOST + " is returned at once.");
        }
    }

    private static Uni<String> number(Tx tx) {
        return KnownCompany.read(tx.session())
                .map(company -> company.dayOf(tx.by().at()).getYear())
                .chain(year -> tx.session()
                        .createNativeQuery(NEXT, Integer.class)
                        .setParameter("year", year)
                        .getSingleResult()
                        .map(last -> "SR-%d-%06d".formatted(year, last)));
    }

    Uni<SupplierReturn> send(Tx tx, UUID id) {
        return load(tx, id)
                .invoke(sent -> sent.send(tx.by()))
                .call(sent -> OneByOne.each(fromStock(sent), line -> booking.leaves(tx, sent, line)))
                .call(sent -> OneByOne.each(
                        outOfMachines(sent),
                        line -> tx.load(Piece.class, line.pieceId)
                                .invoke(piece -> piece.returned(sent.id(), sent.number, tx.by()))))
                .call(sent -> papers.freeze(tx, sent));
    }

    Uni<SupplierReturn> credit(Tx tx, UUID id, String with) {
        return load(tx, id).invoke(sent -> sent.credit(with, tx.by()));
    }

    /** What had left comes back to where it was. */
    Uni<SupplierReturn> cancel(Tx tx, UUID id, String why) {
        return load(tx, id).call(cancelled -> {
            boolean hadLeft = cancelled.cancel(why, tx.by());
            return hadLeft ? comesBack(tx, cancelled, why) : Uni.createFrom().voidItem();
        });
    }

    private Uni<Void> comesBack(Tx tx, SupplierReturn cancelled, String why) {
        return OneByOne.each(fromStock(cancelled), line -> booking.comesBack(tx, cancelled, line, why))
                .chain(() -> OneByOne.each(
                        outOfMachines(cancelled),
                        line -> tx.load(Piece.class, line.pieceId)
                                .invoke(piece ->
                                        piece.notReturned(cancelled.id(), cancelled.number + ": " + why, tx.by()))));
    }

    /** In the order of their parts, as all do that book several. */
    private static List<SupplierReturnLine> fromStock(SupplierReturn sent) {
        return sent.lines.stream()
                .filter(SupplierReturnLine::isOfAReceipt)
                .sorted(Comparator.comparing(line -> line.partId))
                .toList();
    }

    private static List<SupplierReturnLine> outOfMachines(SupplierReturn sent) {
        return sent.lines.stream()
                .filter(line -> !line.isOfAReceipt())
                .sorted(Comparator.comparing(line -> line.pieceId))
                .toList();
    }

    /** Locked, with its lines. */
    private static Uni<SupplierReturn> load(Tx tx, UUID id) {
        return tx.load(SupplierReturn.class, id).call(found -> tx.session().fetch(found.lines));
    }

    /** The same, but null if there is none. */
    public static Uni<SupplierReturn> find(Tx tx, UUID id) {
        return tx.find(SupplierReturn.class, id)
                .onItem()
                .ifNotNull()
                .call(found -> tx.session().fetch(found.lines));
    }

    /** A return, and whether its PDF can be had. */
    record Found(SupplierReturn goingBack, boolean isPrinted) {}

    /** Null if there is none. */
    static Uni<Found> find(Mutiny.Session session, UUID id) {
        return session.find(SupplierReturn.class, id)
                .onItem()
                .ifNotNull()
                .call(found -> session.fetch(found.lines))
                .onItem()
                .ifNotNull()
                .transformToUni(found -> session.find(SupplierReturnPaper.class, id)
                        .map(paper -> new Found(
                                found,
                                Optional.ofNullable(paper)
                                        .map(SupplierReturnPaper::isPrinted)
                                        .orElse(false))));
    }
}
