package dev.fieldservice.billing.invoices;

import dev.fieldservice.billing.company.Seller;
import dev.fieldservice.billing.documents.Delivery;
import dev.fieldservice.billing.events.BillingEvent;
import dev.fieldservice.billing.invoices.InvoiceLifecycle.Command;
import dev.fieldservice.billing.invoices.InvoiceLifecycle.State;
import dev.fieldservice.billing.pricing.PriceBook;
import dev.fieldservice.billing.pricing.Prices;
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
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a customer owes for one job. */
@Entity
public class Invoice extends Aggregate {

    @Enumerated(EnumType.STRING)
    State state;

    String number;
    UUID orderId;
    String orderNumber;
    UUID ticketId;
    String ticketNumber;

    /** As the customer was known when it was issued; a draft follows corrections. */
    @JdbcTypeCode(SqlTypes.JSON)
    CustomerRef buyer;

    /** As it was known when it was issued; null in a draft. */
    @JdbcTypeCode(SqlTypes.JSON)
    Seller seller;

    LocalDate performedOn;
    /** Where the machine stands; null if it was not said. */
    String siteCountry;

    String notes;

    /** Null if the job was wanted to its end, as far as is known. */
    @JdbcTypeCode(SqlTypes.JSON)
    CalledOff calledOff;

    /** Of the job as it was reported; null if nobody recorded it. */
    @Formula("""
            (select case when jsonb_extract_path_text(c.job, 'signature', 'outdated') = 'true' then 'OUTDATED'
                         else jsonb_extract_path_text(c.job, 'signature', 'outcome') end
               from billing_case c where c.id = order_id)""")
    @Enumerated(EnumType.STRING)
    JobSignature signature;

    @JdbcTypeCode(SqlTypes.JSON)
    Totals totals;

    /** By whom, when and why; null as long as it is not voided. */
    @JdbcTypeCode(SqlTypes.JSON)
    Withdrawal voided;

    int unpriced;

    /** Issued on prices or rates that were put right afterwards; to be credited. */
    boolean pricesCorrected;

    /** Of what is issued: whether it was sent; null as long as it is a draft. */
    @Formula("(select d.delivery from issued_document d where d.id = id)")
    @Enumerated(EnumType.STRING)
    Delivery delivery;

    Instant draftedAt;
    Instant issuedAt;
    LocalDate issueDate;
    LocalDate dueDate;

    /** What is not paid or set off otherwise; null in a draft. */
    @Formula("(select r.open from open_item r where r.id = id)")
    BigDecimal open;

    @Formula("(select r.settled_on from open_item r where r.id = id)")
    LocalDate settledOn;

    /** Of what its lines are made; null in invoices of before it was kept, whose lines are only priced. */
    @JdbcTypeCode(SqlTypes.JSON)
    Work work;

    @OneToMany(mappedBy = "invoice", cascade = CascadeType.PERSIST, orphanRemoval = true)
    @OrderBy("position")
    List<InvoiceLine> lines = new ArrayList<>();

    protected Invoice() {}

    static Invoice draft(Bill bill, Prices prices, By by) {
        Invoice invoice = new Invoice();
        invoice.id = Ids.next();
        invoice.state = State.DRAFT;
        invoice.orderId = bill.orderId();
        invoice.orderNumber = bill.orderNumber();
        invoice.ticketId = bill.ticketId();
        invoice.ticketNumber = bill.ticketNumber();
        invoice.buyer = bill.buyer();
        invoice.performedOn = bill.performedOn();
        invoice.siteCountry = bill.siteCountry();
        invoice.notes = bill.notes();
        invoice.calledOff = bill.calledOff();
        invoice.draftedAt = by.at();
        invoice.work = bill.work();
        invoice.price(prices);
        invoice.note("INVOICE_DRAFTED", by, by.at(), invoice.summary());
        return invoice;
    }

    /** Prices were entered meanwhile: those in force on the day of each use and hour count, for all lines. */
    void reprice(Prices prices, By by) {
        state = move(InvoiceLifecycle.TABLE, state, Command.REPRICE, by, by.at(), null);
        priceAnew(prices, by);
    }

    private void priceAnew(Prices prices, By by) {
        if (!prices.currency().equals(currency())) {
            lines.forEach(line -> line.dropGivenPrice(prices.currency(), by));
        }
        price(prices);
    }

    /**
     * Refused where prices are others by now, a line has none, or not all is known that has to stand on an invoice. Freezes
     * who sells.
     */
    void issue(InvoiceNumber given, Prices prices, Optional<Seller> sells, int paymentDays, By by) {
        state = move(InvoiceLifecycle.TABLE, state, Command.ISSUE, by, by.at(), given.text());
        if (!isPricedBy(prices)) {
            throw new Refusal.Conflict(
                            "prices-changed",
                            "Prices or rates were changed after it was priced, and it is being priced anew. Read it again.")
                    .refused();
        }
        IssueRules.requirePrices(lines);
        IssueRules.require(sells, buyer, lines);
        seller = sells.orElseThrow();
        number = given.text();
        delivery = Delivery.NOT_SENT;
        issuedAt = given.at();
        issueDate = given.issueDate();
        dueDate = issueDate.plusDays(paymentDays);
        open = totals.gross().amount();
        settledOn = open.signum() == 0 ? issueDate : null;
        raise(new BillingEvent.InvoiceIssued(
                id, number, List.of(orderId), List.of(ticketId), totals.gross(), issuedAt));
    }

    /**
     * Prices or rates were set, corrected or withdrawn: a draft is priced anew. What is issued stays, and says that it would
     * be otherwise now.
     */
    void followPrices(Prices prices, By by) {
        switch (state) {
            case DRAFT -> {
                if (!isPricedBy(prices)) {
                    state = move(InvoiceLifecycle.TABLE, state, Command.FOLLOW_PRICES, by, by.at(), null);
                }
                price(prices);
            }
            case VOIDED -> {}
            case ISSUED -> {
                if (pricesCorrected == isPricedBy(prices)) {
                    pricesCorrected = !pricesCorrected;
                    note(pricesCorrected ? "PRICES_CORRECTED" : "PRICES_RIGHT_AGAIN", by, by.at(), number);
                }
            }
        }
    }

    /** A line of a draft is put right. */
    void correctLine(UUID lineId, LineCorrection correction, Prices prices, By by) {
        InvoiceLine line = changing(lineId, correction.reason(), by);
        line.correct(correction, currency(), by);
        price(prices);
    }

    /** A line of a draft is not billed. */
    void takeOutLine(UUID lineId, String reason, By by) {
        changing(lineId, reason, by).takeOut(reason, by);
        addUp(currency());
    }

    /** It is billed after all. */
    void putBackLine(UUID lineId, String reason, Prices prices, By by) {
        changing(lineId, reason, by).putBack(reason, by);
        price(prices);
    }

    /** Nothing of a draft is billed. */
    void voidDraft(String reason, By by) {
        state = move(InvoiceLifecycle.TABLE, state, Command.VOID, by, by.at(), reason);
        voided = Withdrawal.of(reason, by);
    }

    /** It is billed after all, as all is known now: what is voided follows nothing. */
    void reinstate(String reason, Circumstances now, Prices prices, By by) {
        state = move(InvoiceLifecycle.TABLE, state, Command.REINSTATE, by, by.at(), reason);
        voided = null;
        set(circumstances().followedBy(now));
        priceAnew(prices, by);
    }

    private InvoiceLine changing(UUID lineId, String reason, By by) {
        InvoiceLine line = lines.stream()
                .filter(each -> each.id.equals(lineId))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("invoice line").refused());
        String which = "line %d: %s".formatted(line.position, reason);
        state = move(InvoiceLifecycle.TABLE, state, Command.CHANGE_LINE, by, by.at(), which);
        return line;
    }

    private boolean isPricedBy(Prices prices) {
        return Pricing.of(this, prices).changesNothing(this);
    }

    String currency() {
        return totals.gross().currency();
    }

    /** A draft says who buys, where, and that the job was called off, as it is known now; what is issued stays as it was. */
    void follow(Circumstances now, Prices prices, By by) {
        Circumstances next = circumstances().followedBy(now);
        boolean isDraft = InvoiceLifecycle.TABLE.target(state, Command.CORRECT).isPresent();
        if (isDraft && !next.equals(circumstances())) {
            state = move(InvoiceLifecycle.TABLE, state, Command.CORRECT, by, by.at(), null);
            set(next);
            price(prices);
        }
    }

    private Circumstances circumstances() {
        return new Circumstances(buyer, siteCountry, calledOff);
    }

    private void set(Circumstances known) {
        buyer = known.buyer();
        siteCountry = known.siteCountry();
        calledOff = known.calledOff();
    }

    /** What has to be looked up for its lines. */
    PriceBook.Wanted wanted() {
        return Pricing.wanted(this);
    }

    private void price(Prices prices) {
        Pricing.of(this, prices).price(this);
        addUp(prices.currency());
    }

    private void addUp(String currency) {
        unpriced = (int) lines.stream()
                .filter(line -> line.isBilled() && !line.isPriced())
                .count();
        totals = Totals.of(lines, currency);
    }

    /** No amounts: the timeline is read by people who may not see invoices. */
    private String summary() {
        return unpriced == 0 ? null : unpriced + " lines without a price";
    }

    @Override
    public String kind() {
        return "invoice";
    }

    @Override
    public UUID correlationId() {
        return ticketId;
    }
}
