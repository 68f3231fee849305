package dev.fieldservice.inventory.purchases;

import dev.fieldservice.inventory.parts.Part;
import dev.fieldservice.inventory.suppliers.Supplier;
import dev.fieldservice.inventory.suppliers.SupplierPart;
import dev.fieldservice.platform.problems.Refusal;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A line that somebody wants to order, with what is known of its part.
 *
 * @param offer empty if the supplier is not known to sell it
 */
record WantedPart(NewPurchaseOrder.Line line, Part part, Optional<SupplierPart> offer) {

    /** As the line says, or else as it is offered. */
    BigDecimal unitPrice() {
        return line.unitPrice() != null
                ? line.unitPrice().amount()
                : offer.map(SupplierPart::unitPrice).orElseThrow();
    }

    /** In the part's unit. */
    BigDecimal amount() {
        return part.counted(line.quantity(), "/quantity").amount();
    }

    /** Refused with 422, at its place in the list. */
    void requireThatItCanBeOrdered(int index, Supplier supplier) {
        String at = "/lines/" + index;
        BigDecimal amount = part.counted(line.quantity(), at + "/quantity").amount();
        if (line.unitPrice() != null && !line.unitPrice().currency().equals(supplier.currency())) {
            throw Refusal.RuleViolated.at(
                    at + "/unitPrice/currency",
                    "other-currency",
                    "This supplier sells in " + supplier.currency() + ".");
        }
        if (line.unitPrice() == null && offer.isEmpty()) {
            throw Refusal.RuleViolated.at(
                    at + "/unitPrice", "price-missing", "This supplier is not known to sell it: say for how much.");
        }
        offer.filter(sold -> !sold.comesAs(amount)).ifPresent(sold -> {
            throw Refusal.RuleViolated.at(
                    at + "/quantity/amount",
                    "no-whole-packs",
                    "It comes in packs of %s %s.".formatted(sold.packSize().toPlainString(), part.unit()));
        });
    }
}
