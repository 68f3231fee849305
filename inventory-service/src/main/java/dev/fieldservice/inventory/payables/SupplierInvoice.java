package dev.fieldservice.inventory.payables;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.Money;
import dev.fieldservice.inventory.payables.SupplierInvoiceLifecycle.Command;
import dev.fieldservice.inventory.payables.SupplierInvoiceLifecycle.State;
import dev.fieldservice.inventory.suppliers.Supplier;
import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.validation.DayBounds;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a supplier asks money for. It is never changed: one that was entered wrongly is rejected and entered anew. */
@Entity
public class SupplierInvoice extends Aggregate {

    /** A line of it. @param purchaseOrderId null where the invoice is of one order only */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(UUID lineId, BigDecimal quantity, BigDecimal unitPrice, UUID purchaseOrderId) {

        BigDecimal net() {
            return quantity.multiply(unitPrice);
        }
    }

    record Lines(List<Line> items) {}

    record Findings(List<InvoiceFinding> items) {}

    @Enumerated(EnumType.STRING)
    State state;

    UUID supplierId;

    /** Null if it is of several, or of none. */
    UUID purchaseOrderId;

    /** What it credits; null if it credits no return. */
    UUID supplierReturnId;

    /** What it is for; null where orders or a return say so. */
    String subject;

    /** Null of what was entered before that was kept. */
    UUID recordedBy;

    String number;
    LocalDate issuedOn;
    LocalDate dueOn;
    String currency;
    BigDecimal net;
    BigDecimal tax;

    @JdbcTypeCode(SqlTypes.JSON)
    Lines lines;

    /** When it was held against order and receipts last. */
    @JdbcTypeCode(SqlTypes.JSON)
    Findings findings;

    Instant recordedAt;

    /** Why it was approved or rejected. */
    String decidedBecause;

    LocalDate paidOn;

    @Formula("(select s.name from supplier s where s.id = supplier_id)")
    String supplierName;

    @Formula("(select o.number from purchase_order o where o.id = purchase_order_id)")
    String orderNumber;

    @Formula("(select r.number from supplier_return r where r.id = supplier_return_id)")
    String returnNumber;

    protected SupplierInvoice() {}

    /** @param today by the company's clock */
    static SupplierInvoice record(NewSupplierInvoice details, InvoiceSources.Named named, LocalDate today, By by) {
        Supplier supplier = named.supplier();
        InvoiceSource source = named.source();
        DayBounds.requirePast("/issuedOn", details.issuedOn(), today);
        DayBounds.require("/dueOn", details.dueOn());
        SupplierInvoice invoice = new SupplierInvoice();
        invoice.id = Ids.next();
        invoice.supplierId = supplier.id();
        invoice.supplierName = supplier.name();
        if (source.orders().size() == 1) {
            invoice.purchaseOrderId = source.orders().getFirst().id();
            invoice.orderNumber = source.orders().getFirst().number();
        }
        source.goingBack().ifPresent(goingBack -> {
            invoice.supplierReturnId = goingBack.id();
            invoice.returnNumber = goingBack.number();
        });
        invoice.subject = details.subject();
        invoice.recordedBy = by.id();
        invoice.number = details.number();
        invoice.issuedOn = details.issuedOn();
        invoice.dueOn = details.dueOn() == null ? supplier.dueOn(details.issuedOn()) : details.dueOn();
        if (invoice.dueOn.isBefore(invoice.issuedOn)) {
            throw Refusal.RuleViolated.at("/dueOn", "before-its-day", "It is not due before its own day.");
        }
        invoice.currency = supplier.currency();
        invoice.net = details.net().amount();
        invoice.tax = details.tax().amount();
        Map<UUID, UUID> orders = source.orders().size() == 1 ? Map.of() : source.orderOfLines();
        invoice.lines = new Lines(details.items().stream()
                .map(line -> new Line(
                        line.lineId(),
                        line.quantity().amount(),
                        line.unitPrice().amount(),
                        orders.get(line.lineId())))
                .toList());
        invoice.recordedAt = by.at();
        return invoice;
    }

    /** It was held against order and receipts as it came in. */
    void found(List<InvoiceFinding> found, By by) {
        findings = new Findings(found);
        state = found.isEmpty() ? State.TO_PAY : State.IN_QUESTION;
        note("SUPPLIER_INVOICE_RECORDED", by, by.at(), words(found));
    }

    /** It was held against them anew: what was missing may have come. Refused unless it is in question. */
    void match(List<InvoiceFinding> found, By by) {
        State after = SupplierInvoiceLifecycle.TABLE.next(state, Command.MATCH);
        findings = new Findings(found);
        if (found.isEmpty()) {
            state = move(SupplierInvoiceLifecycle.TABLE, state, Command.MATCH, by, by.at(), null);
        } else {
            note("STILL_NOT_" + after, by, by.at(), words(found));
        }
    }

    /** Something of what it is for was taken back. What a person has approved stays so as long as nothing else is found. */
    void question(List<InvoiceFinding> found, By by) {
        if (!found.isEmpty() && !found.equals(findings.items())) {
            findings = new Findings(found);
            decidedBecause = null;
            state = move(SupplierInvoiceLifecycle.TABLE, state, Command.QUESTION, by, by.at(), words(found));
        }
    }

    /** Refused with 403 for whoever entered it, where nobody ordered or returned anything that it is for. */
    void approve(String reason, By by) {
        if (isOfNothing() && by.id().equals(recordedBy)) {
            throw new Refusal.Forbidden(
                            "entered-it-yourself", "Nothing was ordered or returned: somebody else must approve it.")
                    .refused();
        }
        state = move(SupplierInvoiceLifecycle.TABLE, state, Command.APPROVE, by, by.at(), reason);
        decidedBecause = reason;
    }

    void reject(String reason, By by) {
        state = move(SupplierInvoiceLifecycle.TABLE, state, Command.REJECT, by, by.at(), reason);
        decidedBecause = reason;
    }

    /** @param today by the company's clock */
    void pay(LocalDate on, LocalDate today, By by) {
        DayBounds.requirePast("/paidOn", on, today);
        state = move(SupplierInvoiceLifecycle.TABLE, state, Command.PAY, by, by.at(), "Paid on " + on);
        paidOn = on;
    }

    void reopen(String reason, By by) {
        state = move(SupplierInvoiceLifecycle.TABLE, state, Command.REOPEN, by, by.at(), reason);
        paidOn = null;
    }

    /** Of which it is; none where nothing was ordered. */
    List<UUID> orders() {
        return purchaseOrderId != null
                ? List.of(purchaseOrderId)
                : lines.items().stream().map(Line::purchaseOrderId).distinct().toList();
    }

    private boolean isOfNothing() {
        return supplierReturnId == null && orders().isEmpty();
    }

    boolean isToPay() {
        return state == State.TO_PAY;
    }

    Money total() {
        return new Money(net.add(tax), currency);
    }

    private static String words(List<InvoiceFinding> found) {
        return found.isEmpty()
                ? "As ordered and received"
                : String.join("; ", found.stream().map(InvoiceFinding::detail).toList());
    }

    @Override
    public String kind() {
        return "supplier-invoice";
    }

    @Override
    public UUID correlationId() {
        return null;
    }
}
