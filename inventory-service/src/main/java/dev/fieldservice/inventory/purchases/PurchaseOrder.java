package dev.fieldservice.inventory.purchases;

import dev.fieldservice.contracts.Money;
import dev.fieldservice.inventory.company.KnownCompany;
import dev.fieldservice.inventory.purchases.PurchaseOrderLifecycle.Command;
import dev.fieldservice.inventory.purchases.PurchaseOrderLifecycle.State;
import dev.fieldservice.inventory.suppliers.Supplier;
import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.validation.DayBounds;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Transient;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What is bought of a supplier: drafted, ordered, and received as it comes. */
@Entity
public class PurchaseOrder extends Aggregate {

    private static final int COST_DECIMALS = 4;

    @Enumerated(EnumType.STRING)
    State state;

    String number;
    UUID supplierId;

    /** As the supplier was called when it was made. */
    String supplierName;

    UUID locationId;
    String currency;

    /** Null if the order is in the company's currency. */
    BigDecimal exchangeRate;

    String note;
    Instant draftedAt;
    Instant orderedAt;

    /** Who placed it; null of what was placed before that was kept, and of drafts. */
    String orderedBy;

    LocalDate expectedOn;

    /** Why it was cancelled, or closed before all of it had come. */
    String endedBecause;

    /** Where it goes, or went last; null if to nobody. */
    String sentTo;

    /** When the supplier's mail server, or the next before it, took it; null as long as none has. */
    Instant sentAt;

    String sendFailure;

    @OneToMany(mappedBy = "purchaseOrder", cascade = CascadeType.PERSIST, orphanRemoval = true)
    @OrderBy("position")
    List<PurchaseOrderLine> lines = new ArrayList<>();

    /** What it shall become, if it may. */
    @Transient
    private WantedOrder wanted;

    protected PurchaseOrder() {}

    static PurchaseOrder draft(String number, Supplier supplier, WantedOrder wanted, By by) {
        PurchaseOrder order = new PurchaseOrder();
        order.id = Ids.next();
        order.state = State.DRAFT;
        order.number = number;
        order.supplierId = supplier.id();
        order.supplierName = supplier.name();
        order.currency = supplier.currency();
        order.draftedAt = by.at();
        order.set(wanted);
        order.note("PURCHASE_ORDER_DRAFTED", by, by.at(), number + ", " + order.supplierName);
        return order;
    }

    void prepare(WantedOrder becomes) {
        wanted = becomes;
    }

    /** All of a draft but whose it is. */
    void change(By by) {
        if (!supplierId.equals(wanted.details().supplierId())) {
            throw Refusal.RuleViolated.at(
                    "/supplierId", "supplier-is-fixed", "Cancel it, and draft one for another supplier.");
        }
        state = move(PurchaseOrderLifecycle.TABLE, state, Command.CHANGE, by, by.at(), null);
        set(wanted);
    }

    private void set(WantedOrder becomes) {
        locationId = becomes.details().locationId();
        exchangeRate = becomes.details().exchangeRate();
        note = becomes.details().note();
        lines.clear();
        for (WantedPart part : becomes.parts()) {
            lines.add(new PurchaseOrderLine(this, lines.size() + 1, part));
        }
    }

    /** It is expected when the slowest of its lines is, unless somebody says otherwise. @param day null for that */
    void order(LocalDate day, KnownCompany company, By by) {
        LocalDate today = company.dayOf(by.at());
        requireFrom(today, day);
        int slowest = lines.stream().mapToInt(line -> line.leadTimeDays).max().orElse(0);
        expectedOn = day == null ? today.plusDays(slowest) : day;
        orderedAt = by.at();
        orderedBy = by.caller().name();
        state = move(PurchaseOrderLifecycle.TABLE, state, Command.ORDER, by, by.at(), "Expected on " + expectedOn);
    }

    /** The supplier says another day. */
    void reschedule(LocalDate day, String reason, KnownCompany company, By by) {
        requireFrom(company.dayOf(by.at()), day);
        String words = "Expected on %s instead of %s: %s".formatted(day, expectedOn, reason);
        state = move(PurchaseOrderLifecycle.TABLE, state, Command.RESCHEDULE, by, by.at(), words);
        expectedOn = day;
    }

    private static void requireFrom(LocalDate today, LocalDate day) {
        DayBounds.require("/expectedOn", day);
        if (day != null && day.isBefore(today)) {
            throw Refusal.RuleViolated.at("/expectedOn", "in-the-past", "A day from " + today + " on is expected.");
        }
    }

    /** To the supplier once more. */
    void sendAgain(By by) {
        state = move(PurchaseOrderLifecycle.TABLE, state, Command.SEND, by, by.at(), null);
    }

    void sending(String recipient) {
        sentTo = recipient;
        sentAt = null;
        sendFailure = null;
    }

    /** As the function {@code is_late} of the database says it. */
    boolean isLate(LocalDate today) {
        return (state == State.ORDERED || state == State.PARTIALLY_RECEIVED) && expectedOn.isBefore(today);
    }

    /** Nobody is to deliver what was called off. */
    boolean isToBeSent() {
        return state != State.DRAFT && state != State.CANCELLED;
    }

    void sent(String recipient, By by) {
        sentTo = recipient;
        sentAt = by.at();
        sendFailure = null;
    }

    void notSent(String why) {
        sendFailure = why;
    }

    void cancel(String reason, By by) {
        state = move(PurchaseOrderLifecycle.TABLE, state, Command.CANCEL, by, by.at(), reason);
        endedBecause = reason;
    }

    /** The rest will not come. */
    void close(String reason, By by) {
        state = move(PurchaseOrderLifecycle.TABLE, state, Command.CLOSE, by, by.at(), reason);
        endedBecause = reason;
    }

    /** Goods have come: it is refused in the states in which nothing can come. */
    void receive(ReceivedGoods goods, By by) {
        goods.lines().forEach(each -> {
            PurchaseOrderLine line = line(each.lineId());
            line.received = line.received.add(each.quantity().amount());
        });
        Command command = isComplete() ? Command.RECEIVE_REST : Command.RECEIVE;
        state = move(PurchaseOrderLifecycle.TABLE, state, command, by, by.at(), goods.words());
    }

    /**
     * A receipt turned out to be wrong. What was more than ordered may be taken back of a complete order, and what a person has closed
     * stays closed.
     */
    void takeBack(PurchaseReceipt receipt, By by) {
        PurchaseOrderLine line = line(receipt.lineId);
        line.received = line.received.subtract(receipt.quantity);
        receipt.takenBack = true;
        if (isComplete() || isEnded()) {
            note("RECEIPT_TAKEN_BACK", by, by.at(), receipt.deliveryNote);
        } else {
            boolean isNothingThere = lines.stream().allMatch(PurchaseOrderLine::isUntouched);
            Command command = isNothingThere ? Command.TAKE_BACK_ALL : Command.TAKE_BACK;
            state = move(PurchaseOrderLifecycle.TABLE, state, command, by, by.at(), receipt.deliveryNote);
        }
    }

    /** A person said that the rest will not come. */
    private boolean isEnded() {
        return state == State.RECEIVED && endedBecause != null;
    }

    private boolean isComplete() {
        return lines.stream().allMatch(PurchaseOrderLine::isComplete);
    }

    PurchaseOrderLine line(UUID lineId) {
        return lines.stream().filter(line -> line.id.equals(lineId)).findFirst().orElseThrow();
    }

    /** In the order in which they stand. */
    public List<PurchaseOrderLine> lines() {
        return List.copyOf(lines);
    }

    /** What a unit costs in the company's currency that is this much in the order's. */
    BigDecimal cost(BigDecimal price) {
        return exchangeRate == null
                ? price
                : price.multiply(exchangeRate).setScale(COST_DECIMALS, RoundingMode.HALF_UP);
    }

    Money total() {
        return lines.stream().map(line -> line.net(currency)).reduce(Money.zero(currency), Money::plus);
    }

    public UUID supplierId() {
        return supplierId;
    }

    public String currency() {
        return currency;
    }

    /** Nobody has ordered it yet: its lines may change. */
    public boolean isDraft() {
        return state == State.DRAFT;
    }

    public String number() {
        return number;
    }

    @Override
    public String kind() {
        return "purchase-order";
    }

    @Override
    public UUID correlationId() {
        return null;
    }
}
