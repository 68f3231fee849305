package dev.fieldservice.billing.credits;

import dev.fieldservice.billing.company.Seller;
import dev.fieldservice.billing.credits.CreditNoteLifecycle.Command;
import dev.fieldservice.billing.credits.CreditNoteLifecycle.State;
import dev.fieldservice.billing.events.BillingEvent;
import dev.fieldservice.billing.invoices.BilledLine;
import dev.fieldservice.billing.invoices.CreditedLine;
import dev.fieldservice.billing.invoices.InvoiceFace;
import dev.fieldservice.billing.invoices.InvoiceNumber;
import dev.fieldservice.billing.invoices.IssuedInvoice;
import dev.fieldservice.billing.invoices.Preceding;
import dev.fieldservice.billing.invoices.Totals;
import dev.fieldservice.billing.owners.Owner;
import dev.fieldservice.billing.pricing.Withdrawal;
import dev.fieldservice.contracts.CustomerRef;
import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What is taken back of an issued invoice, which itself never changes. */
@Entity
public class CreditNote extends Aggregate {

    @Enumerated(EnumType.STRING)
    State state;

    String number;
    UUID invoiceId;
    String invoiceNumber;
    LocalDate invoiceDate;
    UUID orderId;
    String orderNumber;
    UUID ticketId;
    String ticketNumber;

    /** As the invoice says; the same of the seller. */
    @JdbcTypeCode(SqlTypes.JSON)
    CustomerRef buyer;

    @JdbcTypeCode(SqlTypes.JSON)
    Seller seller;

    String reason;

    /** Not by a person: something came back that is billed. */
    boolean proposed;

    @JdbcTypeCode(SqlTypes.JSON)
    Totals totals;

    /** By whom, when and why; null as long as it is not discarded. */
    @JdbcTypeCode(SqlTypes.JSON)
    Withdrawal discarded;

    /** Null if nobody sees to it. */
    @JdbcTypeCode(SqlTypes.JSON)
    Owner owner;

    Instant draftedAt;
    Instant issuedAt;
    LocalDate issueDate;

    @OneToMany(mappedBy = "creditNote", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    List<CreditNoteLine> lines = new ArrayList<>();

    protected CreditNote() {}

    /** @param invoice issued, and locked */
    static CreditNote draft(IssuedInvoice invoice, List<CreditNoteLine> lines, String reason, boolean proposed, By by) {
        CreditNote note = new CreditNote();
        note.id = Ids.next();
        note.state = State.DRAFT;
        note.reason = reason;
        note.proposed = proposed;
        note.draftedAt = by.at();
        note.of(invoice.face());
        note.add(lines);
        note.addUp(invoice);
        note.note("CREDIT_NOTE_DRAFTED", by, by.at(), reason);
        return note;
    }

    private void of(InvoiceFace invoice) {
        invoiceId = invoice.id();
        invoiceNumber = invoice.number();
        invoiceDate = invoice.issueDate();
        orderId = invoice.orderId();
        orderNumber = invoice.orderNumber();
        ticketId = invoice.ticketId();
        ticketNumber = invoice.ticketNumber();
        buyer = invoice.buyer();
        seller = invoice.seller();
    }

    private void add(List<CreditNoteLine> more) {
        for (CreditNoteLine line : more) {
            line.creditNote = this;
            line.position = lines.size() + 1;
            lines.add(line);
        }
    }

    /** More came back, and is proposed with the rest. @param invoice locked */
    void propose(List<CreditNoteLine> more, IssuedInvoice invoice, String why, By by) {
        Set<UUID> known = lines.stream().map(line -> line.invoiceLineId).collect(Collectors.toSet());
        add(more.stream().filter(line -> !known.contains(line.invoiceLineId)).toList());
        addUp(invoice);
        note("CREDIT_NOTE_PROPOSED", by, by.at(), why);
    }

    private void addUp(IssuedInvoice invoice) {
        totals = Totals.sum(lines.stream().map(CreditNoteLine::taxed).toList(), invoice.currency())
                .takenFrom(invoice.left());
    }

    /** Refused with 409 where other credit notes have taken what it takes. @param invoice locked */
    void issue(InvoiceNumber given, IssuedInvoice invoice, By by) {
        state = move(CreditNoteLifecycle.TABLE, state, Command.ISSUE, by, by.at(), given.text());
        requireLeft(invoice);
        addUp(invoice);
        number = given.text();
        issuedAt = given.at();
        issueDate = given.issueDate();
        invoice.credit(number, credited(), totals, by);
        raise(new BillingEvent.CreditNoteIssued(
                id, number, invoiceId, invoiceNumber, List.of(orderId), List.of(ticketId), totals.gross(), issuedAt));
    }

    private void requireLeft(IssuedInvoice invoice) {
        Map<UUID, BilledLine> billed =
                invoice.lines().stream().collect(Collectors.toMap(BilledLine::id, Function.identity()));
        if (!lines.stream().allMatch(line -> line.isLeftOf(billed.get(line.invoiceLineId)))) {
            throw new Refusal.Conflict(
                            "credited-meanwhile",
                            "Less is left of the invoice than it takes back. Discard it, and draft it anew.")
                    .refused();
        }
    }

    void assignOwner(Owner to, By by) {
        state = move(CreditNoteLifecycle.TABLE, state, Command.ASSIGN_OWNER, by, by.at(), to.name());
        owner = to;
    }

    /** Nothing is credited by it. */
    void discard(String why, By by) {
        state = move(CreditNoteLifecycle.TABLE, state, Command.DISCARD, by, by.at(), why);
        discarded = Withdrawal.of(why, by);
    }

    /** What it takes back of which lines. */
    List<CreditedLine> credited() {
        return lines.stream().map(CreditNoteLine::credited).toList();
    }

    /** Refused with 409 unless it is issued. */
    void requireIssued() {
        if (state != State.ISSUED) {
            throw new Refusal.Conflict("not-issued", "A draft is discarded, not reversed.").refused();
        }
    }

    /** As the document that follows it names it. */
    Preceding asPreceding() {
        return new Preceding(id, number, issueDate);
    }

    @Override
    public String kind() {
        return "credit-note";
    }

    @Override
    public UUID correlationId() {
        return ticketId;
    }
}
