package dev.fieldservice.inventory.suppliers;

import dev.fieldservice.contracts.UnitPrice;
import dev.fieldservice.contracts.codes.Units;
import dev.fieldservice.inventory.parts.Part;
import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;
import org.hibernate.annotations.Formula;

/** How a supplier sells a part: under which number, in which packs, for how much, how soon. */
@Entity
public class SupplierPart extends Aggregate {

    private static final int DECIMALS = 3;

    UUID supplierId;
    UUID partId;
    String supplierNumber;
    BigDecimal packSize;
    BigDecimal unitPrice;
    int leadTimeDays;
    boolean preferred;
    boolean offered;

    @Formula("(select s.currency from supplier s where s.id = supplier_id)")
    String currency;

    @Formula("(select p.number from part p where p.id = part_id)")
    String partNumber;

    @Formula("(select p.unit from part p where p.id = part_id)")
    String unit;

    protected SupplierPart() {}

    static Uni<SupplierPart> offer(Tx tx, Offer offer) {
        return tx.session().find(Supplier.class, offer.supplierId()).chain(supplier -> {
            if (supplier == null) {
                throw Refusal.RuleViolated.unknown("/supplierId", "supplier");
            }
            return tx.session().find(Part.class, offer.partId()).chain(part -> {
                if (part == null) {
                    throw Refusal.RuleViolated.unknown("/partId", "part");
                }
                return tx.add(new SupplierPart(offer, supplier, part, tx.by()));
            });
        });
    }

    private SupplierPart(Offer offer, Supplier supplier, Part part, By by) {
        id = Ids.next();
        supplierId = supplier.id();
        partId = part.id();
        currency = supplier.currency();
        partNumber = part.number();
        unit = part.unit();
        set(offer);
        note("OFFER_ENTERED", by, by.at(), words());
    }

    /** Of whom and of what it is stays. */
    void change(Offer offer, By by) {
        if (!supplierId.equals(offer.supplierId())) {
            throw Refusal.RuleViolated.at(
                    "/supplierId", "supplier-is-fixed", "Enter what another supplier offers anew.");
        }
        if (!partId.equals(offer.partId())) {
            throw Refusal.RuleViolated.at("/partId", "part-is-fixed", "Enter an offer of another part anew.");
        }
        set(offer);
        note("OFFER_CHANGED", by, by.at(), words());
    }

    private void set(Offer offer) {
        if (!Units.fits(offer.packSize(), unit)) {
            throw Refusal.RuleViolated.at("/packSize", "whole-pieces", "This unit counts pieces: send a whole number.");
        }
        if (!offer.unitPrice().currency().equals(currency)) {
            throw Refusal.RuleViolated.at(
                    "/unitPrice/currency", "other-currency", "This supplier sells in " + currency + ".");
        }
        if (offer.preferred() && !offer.offered()) {
            throw Refusal.RuleViolated.at("/preferred", "not-offered", "What is not sold cannot be preferred.");
        }
        supplierNumber = offer.supplierNumber();
        packSize = offer.packSize().setScale(DECIMALS, RoundingMode.UNNECESSARY);
        unitPrice = offer.unitPrice().amount();
        leadTimeDays = offer.leadTimeDays();
        preferred = offer.preferred();
        offered = offer.offered();
    }

    private String words() {
        return "%s: %s %s in packs of %s, %d days%s"
                .formatted(
                        supplierNumber,
                        unitPrice.toPlainString(),
                        currency,
                        packSize.toPlainString(),
                        leadTimeDays,
                        offered ? "" : ", not sold any more");
    }

    public UUID supplierId() {
        return supplierId;
    }

    public UUID partId() {
        return partId;
    }

    public String supplierNumber() {
        return supplierNumber;
    }

    /** Says whether that much can be bought: it is sold by whole packs. */
    public boolean comesAs(BigDecimal quantity) {
        return quantity.remainder(packSize).signum() == 0;
    }

    public BigDecimal packSize() {
        return packSize;
    }

    /** Of one unit, in the supplier's currency. */
    public BigDecimal unitPrice() {
        return unitPrice;
    }

    public int leadTimeDays() {
        return leadTimeDays;
    }

    public boolean isOffered() {
        return offered;
    }

    UnitPrice price() {
        return new UnitPrice(unitPrice, currency);
    }

    @Override
    public String kind() {
        return "supplier-part";
    }

    @Override
    public UUID correlationId() {
        return null;
    }
}
