package dev.fieldservice.billing.accounts;

import dev.fieldservice.contracts.Money;
import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What stands on a customer's account, until it is set against something else: positive is what the customer owes, negative
 * what is the customer's.
 */
@Entity
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
@DiscriminatorColumn(name = "item_type")
public abstract class OpenItem extends Aggregate {

    UUID customerId;
    LocalDate bookedOn;
    String currency;
    BigDecimal amount;

    /** What is not allocated of the amount, with its sign. */
    BigDecimal open;

    /** The earliest day of a new allocation: no past day ever has more allocated than there is. */
    LocalDate allocatableFrom;

    LocalDate lastAllocatedOn;

    /** Null as long as something is open. */
    LocalDate settledOn;

    protected OpenItem() {}

    /** @param customer null if nobody knows whose it is */
    protected OpenItem(UUID id, UUID customer, LocalDate bookedOn, BigDecimal amount, String currency) {
        this.id = id;
        this.customerId = customer;
        this.bookedOn = bookedOn;
        this.currency = currency;
        this.amount = amount;
        this.open = amount;
        this.allocatableFrom = bookedOn;
        this.settledOn = amount.signum() == 0 ? bookedOn : null;
    }

    /** What it is called where it cannot be used. */
    protected abstract String words();

    /** By which people find it. */
    protected abstract String number();

    /** As it was known when it was entered; null if it was not said. */
    protected abstract String customerName();

    /** Whether it is money that came or went, and no document. */
    protected abstract boolean isMoney();

    /** Called when nothing of it is open any more, and when something is again. */
    protected void settlementChanged(By by) {}

    public Optional<UUID> customer() {
        return Optional.ofNullable(customerId);
    }

    public LocalDate bookedOn() {
        return bookedOn;
    }

    public String currency() {
        return currency;
    }

    /** The sign tells who owes. */
    public Money amount() {
        return new Money(amount, currency);
    }

    /** What is not allocated, with the sign of the amount. */
    public Money open() {
        return new Money(open, currency);
    }

    public boolean isOpen() {
        return open.signum() != 0;
    }

    /** The day on which nothing was open any more; null as long as something is. */
    public LocalDate settledOn() {
        return settledOn;
    }

    /** Whether something of it is allocated. */
    protected boolean isAllocated() {
        return open.compareTo(amount) != 0;
    }

    protected void belongTo(UUID customer) {
        customerId = customer;
    }

    /** Nothing of it is there any more. Whoever calls has undone its allocations. */
    protected void close(LocalDate on) {
        open = BigDecimal.ZERO.setScale(amount.scale());
        settledOn = on;
    }

    boolean isDebit() {
        return amount.signum() > 0;
    }

    boolean isCredit() {
        return amount.signum() < 0;
    }

    /** The first day on which both were there and nothing was undone any more. */
    static LocalDate dayOf(OpenItem one, OpenItem other) {
        return latest(one.allocatableFrom, other.allocatableFrom);
    }

    /** @param part positive, and no more than is open */
    void allocate(BigDecimal part, LocalDate on, By by) {
        open = isDebit() ? open.subtract(part) : open.add(part);
        lastAllocatedOn = latest(lastAllocatedOn, on);
        if (!isOpen()) {
            settledOn = lastAllocatedOn;
            settlementChanged(by);
        }
    }

    void release(BigDecimal part, LocalDate on, By by) {
        boolean wasSettled = !isOpen();
        open = isDebit() ? open.add(part) : open.subtract(part);
        allocatableFrom = latest(allocatableFrom, on);
        settledOn = null;
        if (wasSettled) {
            settlementChanged(by);
        }
    }

    /** @param one may be null */
    private static LocalDate latest(LocalDate one, LocalDate other) {
        return Stream.of(Optional.ofNullable(one), Optional.of(other))
                .flatMap(Optional::stream)
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    /** Nothing of what people may not see stands in histories. */
    @Override
    public UUID correlationId() {
        return null;
    }
}
