package dev.fieldservice.inventory.returns;

import dev.fieldservice.inventory.parts.Part;
import dev.fieldservice.inventory.pieces.Piece;
import dev.fieldservice.inventory.pieces.Pieces;
import dev.fieldservice.inventory.suppliers.Supplier;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Holds what somebody wants to return against what is known of it: ids first, then what is said of them. */
final class Returnables {

    private static final String RECEIPT = """
            select m.part_id, p.number as part_number, p.name as part_name, m.location_id, m.quantity, m.unit,
                   m.reference as delivery_note, coalesce(o.supplier_id, n.supplier_id, s.id) as supplier_id,
                   coalesce(came.unit_price, offer.unit_price, 0) as unit_price, offer.supplier_number,
                   exists (select from stock_movement back where back.reversal_of = m.source_id) as taken_back,
                   coalesce((select sum(l.quantity) from supplier_return_line l
                               join supplier_return r on r.id = l.supplier_return_id
                              where l.receipt_id = m.id and r.state <> 'CANCELLED'), 0.000) as returned
              from stock_movement m join part p on p.id = m.part_id
              left join purchase_receipt came on came.receipt_id = m.id
              left join purchase_order o on o.id = came.purchase_order_id
              left join delivery_note n on n.receipt_id = m.id
              left join supplier s on compared(s.name) = compared(m.supplier)
              left join supplier_part offer on offer.supplier_id = :supplier and offer.part_id = m.part_id
             where m.id = :id and m.kind = 'RECEIPT'""";

    private static final String PIECE = """
            select piece.part_id, p.number as part_number, p.name as part_name, cast(null as uuid) as location_id,
                   cast(null as text) as delivery_note, coalesce(p.unit, 'EA') as unit, offer.supplier_number,
                   coalesce((select came.unit_price from piece_step step
                               join purchase_receipt came on came.receipt_id = step.source_id
                               join purchase_order o on o.id = came.purchase_order_id
                              where step.piece_id = piece.id and o.supplier_id = :supplier
                              order by step.id desc
                              limit 1), offer.unit_price, 0) as unit_price,
                   (select r.number from supplier_return_line l join supplier_return r on r.id = l.supplier_return_id
                     where l.piece_id = piece.id and r.state = 'DRAFT'
                     limit 1) as drafted
              from piece left join part p on p.id = piece.part_id
              left join supplier_part offer on offer.supplier_id = :supplier and offer.part_id = piece.part_id
             where piece.id = :id""";

    private final Tx tx;
    private final Supplier supplier;
    private final List<NewSupplierReturn.Line> lines;
    private final Map<UUID, Piece> pieces = new HashMap<>();
    private final List<Tuple> receipts = new ArrayList<>();
    private final List<ReturnedGoods> goods = new ArrayList<>();

    private Returnables(Tx tx, Supplier supplier, List<NewSupplierReturn.Line> lines) {
        this.tx = tx;
        this.supplier = supplier;
        this.lines = lines;
    }

    /** In the order of the lines; the pieces are locked. */
    static Uni<List<ReturnedGoods>> of(Tx tx, Supplier supplier, List<NewSupplierReturn.Line> lines) {
        Returnables wanted = new Returnables(tx, supplier, lines);
        List<Integer> each = IntStream.range(0, lines.size()).boxed().toList();
        return OneByOne.each(wanted.withPieces(each), wanted::findPiece)
                .chain(() -> OneByOne.each(each, wanted::findReceipt))
                .chain(() -> OneByOne.each(each, wanted::check))
                .replaceWith(() -> wanted.goods);
    }

    /** In the order of the pieces, so that of two who want the same one waits for the other and not both. */
    private List<Integer> withPieces(List<Integer> each) {
        return each.stream()
                .filter(at -> lines.get(at).pieceId() != null)
                .sorted(Comparator.comparing(at -> lines.get(at).pieceId()))
                .toList();
    }

    private Uni<Piece> findPiece(int at) {
        return tx.find(Piece.class, lines.get(at).pieceId())
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.RuleViolated.unknown(pointer(at) + "/pieceId", "piece"))
                .invoke(piece -> pieces.put(piece.id(), piece));
    }

    private Uni<Boolean> findReceipt(int at) {
        UUID receipt = lines.get(at).receiptId();
        return receipt == null
                ? Uni.createFrom().item(() -> receipts.add(null))
                : row(RECEIPT, receipt)
                        .onItem()
                        .ifNull()
                        .failWith(() -> Refusal.RuleViolated.unknown(pointer(at) + "/receiptId", "stock receipt"))
                        .map(receipts::add);
    }

    private Uni<Tuple> row(String what, UUID id) {
        return tx.session()
                .createNativeQuery(what, Tuple.class)
                .setParameter("supplier", supplier.id())
                .setParameter("id", id)
                .getSingleResultOrNull();
    }

    private Uni<Boolean> check(int at) {
        NewSupplierReturn.Line line = lines.get(at);
        if ((line.pieceId() == null) == (line.receiptId() == null)) {
            throw Refusal.RuleViolated.at(
                    pointer(at), "piece-or-receipt", "Name a piece that came out of a machine, or a receipt.");
        }
        if (line.unitPrice() != null && !line.unitPrice().currency().equals(supplier.currency())) {
            throw Refusal.RuleViolated.at(
                    pointer(at) + "/unitPrice/currency",
                    "other-currency",
                    "This supplier sells in " + supplier.currency() + ".");
        }
        return (line.pieceId() != null ? piece(at, line) : receipt(at, line)).map(goods::add);
    }

    private Uni<ReturnedGoods> piece(int at, NewSupplierReturn.Line line) {
        if (line.quantity() != null || !line.pieces().isEmpty()) {
            throw Refusal.RuleViolated.at(pointer(at), "whole-piece", "It is one, and is known by its id.");
        }
        if (goods.stream().anyMatch(other -> line.pieceId().equals(other.pieceId()))) {
            throw Refusal.RuleViolated.at(pointer(at) + "/pieceId", "piece-twice", "It goes back once.");
        }
        Piece piece = pieces.get(line.pieceId());
        piece.requireToReturn();
        return row(PIECE, line.pieceId())
                .invoke(row -> requireInNoDraft(piece, row.get("drafted", String.class)))
                .map(row -> ReturnedGoods.of(row, line, BigDecimal.ONE, List.of(piece.serial())));
    }

    private static void requireInNoDraft(Piece piece, String drafted) {
        if (drafted != null) {
            throw new Refusal.Conflict("in-another-return", "%s is in %s.".formatted(piece.serial(), drafted))
                    .refused();
        }
    }

    private Uni<ReturnedGoods> receipt(int at, NewSupplierReturn.Line line) {
        Tuple row = receipts.get(at);
        requireItsReceipt(at, row);
        if (line.quantity() == null) {
            throw Refusal.RuleViolated.at(pointer(at) + "/quantity", "quantity-missing", "Say how much goes back.");
        }
        return tx.session().find(Part.class, row.get("part_id", UUID.class)).chain(part -> {
            BigDecimal quantity =
                    part.counted(line.quantity(), pointer(at) + "/quantity").amount();
            requireThatSoMuchCame(line, row, quantity);
            return Pieces.received(tx.session(), line.receiptId())
                    .invoke(came -> new ReturnedSerials(pointer(at) + "/serials", part, came, goods)
                            .require(line.pieces(), quantity))
                    .map(came -> ReturnedGoods.of(row, line, quantity, line.pieces()));
        });
    }

    private void requireItsReceipt(int at, Tuple row) {
        UUID whose = row.get("supplier_id", UUID.class);
        if (whose != null && !whose.equals(supplier.id())) {
            throw Refusal.RuleViolated.at(
                    pointer(at) + "/receiptId", "other-supplier", "It came from another supplier.");
        }
        if (row.get("taken_back", Boolean.class)) {
            throw new Refusal.Conflict("already-reversed", "This receipt has been taken back.").refused();
        }
    }

    private void requireThatSoMuchCame(NewSupplierReturn.Line line, Tuple row, BigDecimal quantity) {
        BigDecimal before = goods.stream()
                .filter(other -> line.receiptId().equals(other.receiptId()))
                .map(ReturnedGoods::quantity)
                .reduce(row.get("returned", BigDecimal.class), BigDecimal::add);
        BigDecimal came = row.get("quantity", BigDecimal.class);
        if (before.add(quantity).compareTo(came) > 0) {
            throw new Refusal.Conflict(
                            "more-than-received",
                            "%s: %s %s came, of which %s go back already."
                                    .formatted(
                                            row.get("part_name", String.class),
                                            came.toPlainString(),
                                            row.get("unit", String.class),
                                            before.toPlainString()))
                    .refused();
        }
    }

    private static String pointer(int at) {
        return "/lines/" + at;
    }
}
