package dev.fieldservice.billing.invoices;

import dev.fieldservice.billing.company.Seller;
import dev.fieldservice.billing.documents.Delivery;
import dev.fieldservice.billing.documents.DocumentLanguage;
import dev.fieldservice.billing.events.BillingEvent;
import dev.fieldservice.billing.exchangerates.Exchange;
import dev.fieldservice.billing.invoices.InvoiceLifecycle.Command;
import dev.fieldservice.billing.invoices.InvoiceLifecycle.State;
import dev.fieldservice.billing.owners.Owner;
import dev.fieldservice.billing.pricing.Coverage;
import dev.fieldservice.billing.pricing.Place;
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
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a customer owes for a job, or for a part of it. */
@Entity
public class Invoice extends Aggregate {

    @Enumerated(EnumType.STRING)
    State state;

    @Enumerated(EnumType.STRING)
    InvoiceCause cause;

    /** The document that it follows; null if it is the first of its job. */
    @JdbcTypeCode(SqlTypes.JSON)
    Preceding preceding;

    /** In which its lines say what they are for, and in which it is sent; null if it was issued before it was kept. */
    @Enumerated(EnumType.STRING)
    DocumentLanguage language;

    String number;
    UUID orderId;
    String orderNumber;
    UUID ticketId;
    String ticketNumber;

    /** As the customer was known when it was issued; a draft follows corrections. */
    @JdbcTypeCode(SqlTypes.JSON)
    CustomerRef buyer;

    /** A person moved it to them: it no longer follows the ticket's customer. */
    boolean buyerGiven;

    /** Null if nobody sees to it. */
    @JdbcTypeCode(SqlTypes.JSON)
    Owner owner;

    /** As it was known when it was issued; null in a draft. */
    @JdbcTypeCode(SqlTypes.JSON)
    Seller seller;

    /** By which its VAT was told in lei when it was issued; null where it need not be, and in a draft. */
    @JdbcTypeCode(SqlTypes.JSON)
    Exchange exchange;

    LocalDate performedOn;
    /** Where the machine stands; null if it was not said. */
    String siteCountry;

    /** What the technician wants finance to know. */
    String notes;

    /** What the buyer reads on it; null for nothing. */
    String noteForBuyer;

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

    /** Whether its job is with those who did it, to be put right. */
    @Formula("(select c.sent_back is not null from billing_case c where c.id = order_id)")
    Boolean sentBack;

    @JdbcTypeCode(SqlTypes.JSON)
    Totals totals;

    /** How what it bills again was credited; null where prices and rules count. */
    @JdbcTypeCode(SqlTypes.JSON)
    Totals sumsAsBilled;

    /** The sums of its credit notes; null if there is none. */
    @JdbcTypeCode(SqlTypes.JSON)
    Totals credited;

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

    /** What was decided of what the customer does not pay; null as long as nothing was. */
    @JdbcTypeCode(SqlTypes.JSON)
    Coverage coverage;

    /** It was asked for under a contract or a warranty, and what that covers is not decided yet. */
    @Formula("coalesce((select c.coverage_awaited from billing_case c where c.id = order_id), false)")
    boolean coverageAwaited;

    @OneToMany(mappedBy = "invoice", cascade = CascadeType.PERSIST, orphanRemoval = true)
    @OrderBy("position")
    List<InvoiceLine> lines = new ArrayList<>();

    protected Invoice() {}

    /** An empty draft. */
    Invoice(InvoiceCause cause, Preceding preceding, By by) {
        this.id = Ids.next();
        this.state = State.DRAFT;
        this.cause = cause;
        this.preceding = preceding;
        this.draftedAt = by.at();
    }

    /** The last step of making it. @param reason null if it follows from a job */
    Invoice drafted(String reason, Prices prices, By by) {
        price(prices);
        note("INVOICE_DRAFTED", by, by.at(), Optional.ofNullable(reason).orElse(summary()));
        return this;
    }

    /** Prices were entered meanwhile: those in force on the day of each use and hour count, for all lines. */
    void reprice(Prices prices, By by) {
        moveBy(Command.REPRICE, null, by);
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
        moveBy(Command.ISSUE, given.text(), by);
        if (coverageAwaited) {
            throw new Refusal.Conflict(
                            "coverage-undecided",
                            "What the contract or the warranty of this job covers is not decided yet. The draft follows by itself.")
                    .refused();
        }
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
                    moveBy(Command.FOLLOW_PRICES, null, by);
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

    /** It was decided what the customer does not pay, and whose contract's prices count; the lines follow by {@link #followPrices}. */
    void cover(Coverage decided) {
        coverage = decided;
        work = work == null ? null : work.under(decided.contractId());
    }

    Coverage coverage() {
        return Optional.ofNullable(coverage).orElse(Coverage.NONE);
    }

    /** The job was closed again. */
    void take(Work all, Coverage decided) {
        work = all;
        coverage = decided;
    }

    void moveBy(Command command, String reason, By by) {
        state = move(InvoiceLifecycle.TABLE, state, command, by, by.at(), reason);
    }

    /** Changes a draft by one of its commands, and prices it. */
    void change(Command command, String reason, Prices prices, By by, Runnable change) {
        moveBy(command, reason, by);
        change.run();
        price(prices);
    }

    /** What these lines are made of is another invoice's matter from now on. */
    void leavesTo(List<InvoiceLine> going) {
        if (work != null) {
            work = work.awayFrom(going.stream()
                    .map(line -> line.sourceId)
                    .filter(Objects::nonNull)
                    .toList());
        }
    }

    /** Nothing of a draft is billed. */
    void voidDraft(String reason, By by) {
        moveBy(Command.VOID, reason, by);
        voided = Withdrawal.of(reason, by);
    }

    /** It is billed after all, as all is known now: what is voided follows nothing. */
    void reinstate(String reason, Circumstances now, Prices prices, By by) {
        moveBy(Command.REINSTATE, reason, by);
        voided = null;
        set(circumstances().followedBy(asked(now)));
        priceAnew(prices, by);
    }

    private boolean isPricedBy(Prices prices) {
        return Pricing.of(this, prices).changesNothing(this);
    }

    public State state() {
        return state;
    }

    String currency() {
        return totals.currency();
    }

    /** A draft says who buys, where, and that the job was called off, as it is known now; what is issued stays as it was. */
    void follow(Circumstances now, Prices prices, By by) {
        Circumstances next = circumstances().followedBy(asked(work == null ? now.withoutSite() : now));
        boolean isDraft = InvoiceLifecycle.TABLE.target(state, Command.CORRECT).isPresent();
        if (isDraft && !next.equals(circumstances())) {
            change(Command.CORRECT, null, prices, by, () -> set(next));
        }
    }

    /** The same as it says now, asked of somebody else or of the same as known now. */
    Circumstances askedOf(CustomerRef another) {
        return circumstances().askedOf(another);
    }

    private Circumstances circumstances() {
        Place site = Optional.ofNullable(work).map(Work::site).orElse(null);
        return new Circumstances(buyer, siteCountry, site, calledOff);
    }

    /** Whom a person moved it to is asked, whoever asked for the job. */
    private Circumstances asked(Circumstances now) {
        return buyerGiven && !now.buyer().id().equals(buyer.id()) ? now.askedOf(buyer) : now;
    }

    private void set(Circumstances known) {
        buyer = known.buyer();
        siteCountry = known.siteCountry();
        work = Optional.ofNullable(work).map(done -> done.at(known.site())).orElse(null);
        calledOff = known.calledOff();
    }

    /** What has to be looked up for its lines. */
    PriceBook.Wanted wanted() {
        return Pricing.wanted(this);
    }

    private void price(Prices prices) {
        language = DocumentLanguage.first(prices.languages());
        Pricing.of(this, prices).price(this);
        addUp(prices.currency());
    }

    private void addUp(String currency) {
        unpriced = (int) lines.stream()
                .filter(line -> line.isBilled() && !line.isPriced())
                .count();
        Totals sums = Totals.of(lines, currency);
        totals = Optional.ofNullable(sumsAsBilled).map(sums::asIn).orElse(sums);
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
