package dev.fieldservice.inventory.stock;

import dev.fieldservice.inventory.company.KnownCompany;
import dev.fieldservice.inventory.discrepancies.Discrepancies;
import dev.fieldservice.inventory.discrepancies.Finding;
import dev.fieldservice.inventory.parts.Part;
import dev.fieldservice.inventory.pieces.Cause;
import dev.fieldservice.inventory.pieces.Piece;
import dev.fieldservice.inventory.pieces.Pieces;
import dev.fieldservice.inventory.pieces.SerialNumbers;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Books goods that come in, and takes receipts back that were wrong: by a counter-entry, as the ledger is only added to. */
@ApplicationScoped
public class Receipts {

    private static final String SENT_BACK = """
            select r.number from supplier_return_line l join supplier_return r on r.id = l.supplier_return_id
             where l.receipt_id = :receipt and r.state in ('SENT', 'CREDITED')
             limit 1""";

    private final Ledger ledger;
    private final Discrepancies discrepancies;
    private final OrderedGoods ordered;
    private final ContainedStock contained;

    public Receipts(Ledger ledger, Discrepancies discrepancies, OrderedGoods ordered, ContainedStock contained) {
        this.ledger = ledger;
        this.discrepancies = discrepancies;
        this.ordered = ordered;
        this.contained = contained;
    }

    /** Books it and says under which id; refused as {@code POST /v1/stock-receipts} is. For who receives what was ordered. */
    public Uni<UUID> receive(Tx tx, StockReceipt receipt) {
        return book(tx, receipt).map(booked -> booked.movement().id());
    }

    Uni<BookedReceipt> book(Tx tx, StockReceipt sent) {
        return DeliveryNote.ofKnownSupplier(tx, sent)
                .chain(known -> Place.held(tx, known.partId(), known.locationId())
                        .chain(place -> book(tx, counted(known, place), place)));
    }

    private Uni<BookedReceipt> book(Tx tx, StockReceipt receipt, Place place) {
        requireThatItFits(receipt, place);
        return requireCurrency(tx, receipt)
                .chain(() -> DeliveryNote.requireNew(tx, receipt))
                .chain(() ->
                        receipt.contained().isEmpty() ? Uni.createFrom().voidItem() : ledger.hold(tx, receipt.partId()))
                .chain(() -> {
                    StockMovement movement = StockMovement.receipt(receipt, tx.by());
                    Cause cause = cause(movement, place, tx.by()).takenBack(receipt.returnReason());
                    return ledger.book(tx, movement)
                            .invoke(onHand -> movement.tell(place, onHand, tx.by()))
                            .call(() -> DeliveryNote.keep(tx, movement, receipt.supplierId()))
                            .call(() -> Pieces.receive(tx, receipt.partId(), receipt.pieces(), cause))
                            .call(() -> contained.received(tx, receipt, movement.id()))
                            .replaceWith(new BookedReceipt(movement, receipt.pieces(), Optional.empty()));
                });
    }

    /** Refused with 409 where it was taken back before. What was used of it is somebody's to clear up. */
    Uni<BookedReceipt> takeBack(Tx tx, UUID id, String reason) {
        return find(tx.session(), id)
                .onItem()
                .ifNull()
                .failWith(() -> new Refusal.NotFound("stock receipt").refused())
                .call(receipt -> ordered.takenBack(tx, id))
                .chain(receipt -> Place.of(tx, receipt.movement().partId, receipt.movement().locationId)
                        .chain(place -> takeBack(tx, receipt, place, reason)));
    }

    private Uni<BookedReceipt> takeBack(Tx tx, BookedReceipt receipt, Place place, String reason) {
        StockMovement counter = StockMovement.takingBack(receipt.movement(), reason, tx.by());
        Cause cause = cause(counter, place, tx.by());
        return ledger.hold(tx, place.partId())
                .chain(() -> requireNotSentBack(tx, receipt.movement().id()))
                .chain(() -> ledger.book(tx, counter))
                .onItem()
                .ifNull()
                .failWith(() ->
                        new Refusal.Conflict("already-reversed", "This receipt has been taken back before.").refused())
                .invoke(onHand -> counter.tell(place, onHand, tx.by()))
                .call(() -> DeliveryNote.takenBack(tx, receipt.movement().id()))
                .call(() -> contained.takenBack(tx, receipt.movement().id(), counter.id()))
                .call(onHand -> InContainers.requireLeft(tx, place.partId(), place.locationId(), onHand))
                .chain(onHand -> Pieces.takeBack(
                                tx, place.partId(), receipt.movement().sourceId, receipt.serials(), cause)
                        .chain(pieces -> discrepancies.open(tx, findings(counter, place, onHand, pieces))))
                .replaceWith(new BookedReceipt(receipt.movement(), receipt.serials(), Optional.of(counter)));
    }

    /** Refused with 409 where some of it went back to the supplier: that is taken back first. */
    private static Uni<Void> requireNotSentBack(Tx tx, UUID receipt) {
        return tx.session()
                .createNativeQuery(SENT_BACK, String.class)
                .setParameter("receipt", receipt)
                .getSingleResultOrNull()
                .invoke(number -> {
                    if (number != null) {
                        throw new Refusal.Conflict(
                                        "returned-to-supplier",
                                        "Some of it went back to the supplier with " + number + ".")
                                .refused();
                    }
                })
                .replaceWithVoid();
    }

    /** Null if there is none. */
    static Uni<BookedReceipt> find(Mutiny.Session session, UUID id) {
        return session.find(StockMovement.class, id)
                .map(found -> found != null && found.kind == MovementKind.RECEIPT ? found : null)
                .onItem()
                .ifNotNull()
                .transformToUni(movement -> Pieces.received(session, id)
                        .chain(serials -> reversal(session, movement)
                                .map(reversal -> new BookedReceipt(movement, serials, reversal))));
    }

    private static Uni<Optional<StockMovement>> reversal(Mutiny.Session session, StockMovement receipt) {
        return session.createSelectionQuery("from StockMovement where reversalOf = :receipt", StockMovement.class)
                .setParameter("receipt", receipt.sourceId)
                .getSingleResultOrNull()
                .map(Optional::ofNullable);
    }

    private static List<Finding> findings(StockMovement counter, Place place, BigDecimal onHand, List<Piece> pieces) {
        Finding.Where where = new Finding.Where(place.partId(), place.locationId(), null, null, place.owner());
        return Stream.concat(
                        UsageFindings.negativeStock(counter.unit, place, onHand, where).stream(),
                        UsageFindings.missingPieces(place, pieces, where))
                .toList();
    }

    private static Cause cause(StockMovement movement, Place place, By by) {
        return Cause.here(movement.sourceId, place.locationId(), place.locationName(), by.at())
                .takingBack(movement.reversalOf);
    }

    /** In the part's unit; refused with 422 where part or place are not known, or where it is not handled in that unit. */
    private static StockReceipt counted(StockReceipt sent, Place place) {
        Part part = place.part().orElseThrow(() -> Refusal.RuleViolated.unknown("/partId", "part"));
        if (place.location().isEmpty()) {
            throw Refusal.RuleViolated.unknown("/locationId", "stock location");
        }
        return sent.counted(part);
    }

    private static void requireThatItFits(StockReceipt receipt, Place place) {
        if (receipt.reference() == null && receipt.repeatReason() != null) {
            throw Refusal.RuleViolated.at(
                    "/repeatReason", "no-delivery-note", "Only a delivery note that is named is booked again.");
        }
        if (receipt.pieces().isEmpty() && receipt.returnReason() != null) {
            throw Refusal.RuleViolated.at(
                    "/returnReason",
                    "not-serialised",
                    "Only a piece with a serial number is known to be in a machine.");
        }
        requireItsSerials(receipt, place);
        requireThatItHolds(receipt);
    }

    private static Uni<Void> requireCurrency(Tx tx, StockReceipt receipt) {
        return receipt.unitCost() == null
                ? Uni.createFrom().voidItem()
                : KnownCompany.read(tx.session())
                        .invoke(company -> {
                            if (!company.currency().equals(receipt.unitCost().currency())) {
                                throw Refusal.RuleViolated.at(
                                        "/unitCost/currency",
                                        "other-currency",
                                        "Stock has its cost in " + company.currency() + ".");
                            }
                        })
                        .replaceWithVoid();
    }

    private static void requireThatItHolds(StockReceipt receipt) {
        if (!SerialNumbers.areDifferent(
                receipt.contained().stream().map(ReceivedContainer::number).toList())) {
            throw Refusal.RuleViolated.at("/containers", "same-container", "Each container is named once.");
        }
        BigDecimal held = receipt.contained().stream()
                .map(container -> container.quantity().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (held.compareTo(receipt.quantity().amount()) > 0) {
            throw Refusal.RuleViolated.at(
                    "/containers",
                    "containers-hold-more",
                    "%s are in the containers, and %s came."
                            .formatted(
                                    held.toPlainString(),
                                    receipt.quantity().amount().toPlainString()));
        }
    }

    private static void requireItsSerials(StockReceipt receipt, Place place) {
        List<String> serials = receipt.pieces();
        if (!place.isSerialised()) {
            if (!serials.isEmpty()) {
                throw Refusal.RuleViolated.at(
                        "/serials", "not-serialised", "Pieces of this part have no serial numbers.");
            }
            return;
        }
        if (receipt.quantity().amount().compareTo(BigDecimal.valueOf(serials.size())) != 0) {
            throw Refusal.RuleViolated.at(
                    "/serials",
                    "serial-number-missing",
                    "Each piece has a serial number: %s are needed, %d are given."
                            .formatted(receipt.quantity().amount().toPlainString(), serials.size()));
        }
        if (!SerialNumbers.areDifferent(serials)) {
            throw Refusal.RuleViolated.at(
                    "/serials", "same-serial-number", "Two pieces of a part have different serial numbers.");
        }
    }
}
