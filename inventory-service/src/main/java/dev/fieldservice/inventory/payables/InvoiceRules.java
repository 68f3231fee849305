package dev.fieldservice.inventory.payables;

import dev.fieldservice.inventory.purchases.PurchaseOrder;
import dev.fieldservice.inventory.purchases.PurchaseOrderLine;
import dev.fieldservice.inventory.returns.SupplierReturn;
import dev.fieldservice.inventory.suppliers.Supplier;
import dev.fieldservice.platform.problems.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What a new invoice is held to before it is entered; what it asks for too much is no reason to refuse it. */
final class InvoiceRules {

    private final NewSupplierInvoice details;
    private final Supplier supplier;
    private final InvoiceSource source;
    private final Map<UUID, PurchaseOrderLine> ordered;

    private InvoiceRules(NewSupplierInvoice details, InvoiceSources.Named named) {
        this.details = details;
        this.supplier = named.supplier();
        this.source = named.source();
        this.ordered = source.lines();
    }

    static void require(NewSupplierInvoice details, InvoiceSources.Named named) {
        InvoiceRules rules = new InvoiceRules(details, named);
        rules.requireItsLines();
        rules.requireOneSource();
        rules.requireItsSupplier();
        rules.requireUnits();
        rules.requireCurrency("/net/currency", details.net().currency());
        rules.requireCurrency("/tax/currency", details.tax().currency());
        rules.requireThatItIsOrdered();
        rules.requireThatItIsOfSomething();
    }

    private void requireThatItIsOfSomething() {
        source.goingBack().ifPresent(this::requireThatItCredits);
        if (source.isNothing() && details.subject() == null) {
            throw Refusal.RuleViolated.at(
                    "/subject", "subject-missing", "Nothing was ordered or returned: say what it is for.");
        }
    }

    private void requireItsLines() {
        Set<UUID> seen = new HashSet<>();
        List<NewSupplierInvoice.Line> lines = details.items();
        for (int index = 0; index < lines.size(); index++) {
            UUID id = lines.get(index).lineId();
            if (!ordered.containsKey(id)) {
                throw Refusal.RuleViolated.unknown(
                        at(index) + "/lineId",
                        details.purchaseOrderId() == null ? "line of an order of this supplier" : "line of this order");
            }
            if (!seen.add(id)) {
                throw Refusal.RuleViolated.at(
                        at(index) + "/lineId", "line-twice", "Add up what is asked for of a line.");
            }
        }
    }

    private void requireOneSource() {
        if (source.goingBack().isPresent() && !source.orders().isEmpty()) {
            throw Refusal.RuleViolated.at(
                    "/supplierReturnId", "order-or-return", "It is of orders, or of what went back.");
        }
        if (details.purchaseOrderId() != null && details.items().isEmpty()) {
            throw Refusal.RuleViolated.at("/lines", "lines-missing", "Say what of the order is invoiced.");
        }
    }

    private void requireItsSupplier() {
        boolean isNamedOtherwise =
                details.supplierId() != null && !details.supplierId().equals(supplier.id());
        boolean isBackToAnother = source.goingBack()
                .filter(back -> !back.supplierId().equals(supplier.id()))
                .isPresent();
        if (isNamedOtherwise || isBackToAnother) {
            throw Refusal.RuleViolated.at("/supplierId", "other-supplier", "It is of another supplier.");
        }
    }

    private void requireUnits() {
        List<NewSupplierInvoice.Line> lines = details.items();
        for (int index = 0; index < lines.size(); index++) {
            NewSupplierInvoice.Line line = lines.get(index);
            String unit = ordered.get(line.lineId()).unit();
            if (!unit.equals(line.quantity().unit())) {
                throw Refusal.RuleViolated.at(
                        at(index) + "/quantity/unit", "other-unit", "This part is counted in " + unit + ".");
            }
            requireCurrency(at(index) + "/unitPrice/currency", line.unitPrice().currency());
        }
    }

    /** Orders and returns are in the supplier's, which never changes. */
    private void requireCurrency(String pointer, String currency) {
        if (!currency.equals(supplier.currency())) {
            throw Refusal.RuleViolated.at(
                    pointer, "other-currency", "This supplier sells in " + supplier.currency() + ".");
        }
    }

    private void requireThatItIsOrdered() {
        if (source.orders().stream().anyMatch(PurchaseOrder::isDraft)) {
            throw new Refusal.Conflict("not-ordered", "This order is a draft: nobody has ordered what is invoiced.")
                    .refused();
        }
    }

    private void requireThatItCredits(SupplierReturn goingBack) {
        if (details.net().amount().signum() >= 0) {
            throw Refusal.RuleViolated.at(
                    "/net/amount", "not-negative", "What credits a return is taken off what is to be paid.");
        }
        goingBack.requireSent();
    }

    private static String at(int index) {
        return "/lines/" + index;
    }
}
