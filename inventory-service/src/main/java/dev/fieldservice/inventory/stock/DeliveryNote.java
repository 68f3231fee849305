package dev.fieldservice.inventory.stock;

import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** The uniqueness of receipts: of one delivery note a part is received once, unless somebody says why it is again. */
@Entity
public class DeliveryNote {

    /** By who delivered it where that is known of both, as one may have the name that another had; else by the name. */
    private static final String EARLIER = """
            select note.receipt_id from delivery_note note
             where note.part_id = :part and not note.taken_back and compared(note.number) = compared(:number)
               and case when note.supplier_id is null or :supplierId = cast(:nobody as uuid)
                        then compared(note.supplier) = compared(:supplier)
                        else note.supplier_id = :supplierId end
             order by note.receipt_id
             limit 1""";

    private static final String KNOWN_BY_ID = "select s.id, s.name from supplier s where s.id = :supplier";
    private static final String KNOWN_BY_NAME =
            "select s.id, s.name from supplier s where compared(s.name) = compared(:supplier)";
    private static final UUID NOBODY = new UUID(0, 0);

    @Id
    UUID receiptId;

    UUID partId;
    String supplier;

    /** Null if it is none that we know. */
    UUID supplierId;

    String number;
    boolean again;
    boolean takenBack;

    protected DeliveryNote() {}

    private DeliveryNote(StockMovement receipt, UUID supplierId) {
        this.receiptId = receipt.id();
        this.partId = receipt.partId;
        this.supplier = Optional.ofNullable(receipt.supplier).orElse("");
        this.supplierId = supplierId;
        this.number = receipt.reference;
        this.again = receipt.reason != null;
    }

    /** The receipt of a supplier whom we know: by id, or by name. Refused with 422 where the id is nobody's. */
    static Uni<StockReceipt> ofKnownSupplier(Tx tx, StockReceipt receipt) {
        boolean byId = receipt.supplierId() != null;
        if (!byId && receipt.supplier() == null) {
            return Uni.createFrom().item(receipt);
        }
        return tx.session()
                .createNativeQuery(byId ? KNOWN_BY_ID : KNOWN_BY_NAME, Tuple.class)
                .setParameter("supplier", byId ? receipt.supplierId() : receipt.supplier())
                .getSingleResultOrNull()
                .map(known -> {
                    if (known == null && byId) {
                        throw Refusal.RuleViolated.unknown("/supplierId", "supplier");
                    }
                    return known == null ? receipt : receipt.of(known.get(0, UUID.class), known.get(1, String.class));
                });
    }

    /** Refused with 409 where the note was booked before for this part, and nobody says why it is again. */
    static Uni<Void> requireNew(Tx tx, StockReceipt receipt) {
        if (receipt.reference() == null || receipt.repeatReason() != null) {
            return Uni.createFrom().voidItem();
        }
        return tx.session()
                .createNativeQuery(EARLIER, UUID.class)
                .setParameter("part", receipt.partId())
                .setParameter(
                        "supplier", Optional.ofNullable(receipt.supplier()).orElse(""))
                .setParameter(
                        "supplierId", Optional.ofNullable(receipt.supplierId()).orElse(NOBODY))
                .setParameter("nobody", NOBODY)
                .setParameter("number", receipt.reference())
                .getSingleResultOrNull()
                .onItem()
                .ifNotNull()
                .transformToUni(earlier -> tx.session().find(StockMovement.class, earlier))
                .invoke(earlier -> {
                    if (earlier != null) {
                        throw receivedBefore(named(earlier)).refused();
                    }
                })
                .replaceWithVoid();
    }

    /** Stored with the receipt, if it names one. */
    static Uni<Void> keep(Tx tx, StockMovement receipt, UUID supplierId) {
        return receipt.reference == null
                ? Uni.createFrom().voidItem()
                : tx.session().persist(new DeliveryNote(receipt, supplierId));
    }

    /** The same delivery note can be booked anew. */
    static Uni<Integer> takenBack(Tx tx, UUID receiptId) {
        return tx.session()
                .createMutationQuery("update DeliveryNote set takenBack = true where receiptId = :receipt")
                .setParameter("receipt", receiptId)
                .executeUpdate();
    }

    /** What it means when the database finds it. */
    public static Refusal receivedBefore() {
        return receivedBefore("by somebody else at this moment");
    }

    private static Refusal receivedBefore(String when) {
        return new Refusal.Conflict(
                "already-received",
                "This part was received from this delivery note %s. Say why it is received again (repeatReason), or take the"
                                .formatted(when)
                        + " other receipt back.");
    }

    private static String named(StockMovement earlier) {
        LocalDate day = LocalDate.ofInstant(earlier.recordedAt, ZoneOffset.UTC);
        return "on %s: %s %s, receipt %s".formatted(day, earlier.quantity.toPlainString(), earlier.unit, earlier.id());
    }
}
