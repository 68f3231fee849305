package dev.fieldservice.billing.receivables;

import dev.fieldservice.billing.accounts.OpenItem;
import dev.fieldservice.billing.events.BillingEvent;
import dev.fieldservice.billing.owners.Owner;
import dev.fieldservice.contracts.Money;
import dev.fieldservice.platform.aggregates.By;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What is owed for an invoice, or is the customer's by a credit note. Its id is that of the document. */
@Entity
@DiscriminatorValue("RECEIVABLE")
public class Receivable extends OpenItem {

    String number;

    /** As it stands on the document. */
    String customerName;

    LocalDate dueDate;

    /** Who saw to the document before it was issued; null if nobody did. */
    @Formula(
            "coalesce((select i.owner from invoice i where i.id = id), (select c.owner from credit_note c where c.id = id))")
    @JdbcTypeCode(SqlTypes.JSON)
    Owner owner;

    /** A document that was issued. @param total with tax; negative for a credit note */
    public record Opened(
            UUID documentId,
            String number,
            UUID customerId,
            String customerName,
            LocalDate issueDate,
            LocalDate dueDate,
            Money total) {}

    protected Receivable() {}

    static Receivable open(Opened document, By by) {
        Receivable opened = new Receivable(document);
        opened.note("RECEIVABLE_OPENED", by, by.at(), opened.number);
        if (!opened.isOpen()) {
            opened.settlementChanged(by);
        }
        return opened;
    }

    private Receivable(Opened document) {
        super(
                document.documentId(),
                document.customerId(),
                document.issueDate(),
                document.total().amount(),
                document.total().currency());
        number = document.number();
        customerName = document.customerName();
        dueDate = document.dueDate();
    }

    /** Of an invoice others are told; what of a credit note becomes is the customer's and ours. */
    @Override
    protected void settlementChanged(By by) {
        note(isOpen() ? "OPEN_AGAIN" : "SETTLED", by, by.at(), number);
        if (!isOpen() && amount().amount().signum() >= 0) {
            raise(new BillingEvent.InvoicePaid(id(), number, customer().orElseThrow(), amount(), settledOn(), by.at()));
        }
    }

    @Override
    protected String number() {
        return number;
    }

    @Override
    protected String customerName() {
        return customerName;
    }

    @Override
    protected boolean isMoney() {
        return false;
    }

    @Override
    protected String words() {
        return "document " + number;
    }

    @Override
    public String kind() {
        return "receivable";
    }
}
