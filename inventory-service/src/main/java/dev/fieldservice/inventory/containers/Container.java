package dev.fieldservice.inventory.containers;

import dev.fieldservice.contracts.Money;
import dev.fieldservice.inventory.containers.ContainerLifecycle.Command;
import dev.fieldservice.inventory.containers.ContainerLifecycle.State;
import dev.fieldservice.inventory.locations.Visibility;
import dev.fieldservice.inventory.parts.Part;
import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Formula;

/** A returnable container of a part that is counted by weight, such as a refrigerant cylinder: where it is, and what is in it. */
@Entity
public class Container extends Aggregate {

    static final BigDecimal NOTHING = new BigDecimal("0.000");

    UUID partId;
    String number;

    @Enumerated(EnumType.STRING)
    State state;

    /** Null where it is not in stock. */
    UUID locationId;

    BigDecimal tare;
    BigDecimal capacity;

    /** The sum of its entries; less than nothing where more was used of it than was known to be in it. */
    BigDecimal content = NOTHING;

    /** Whose it is; null for the company's own. */
    UUID supplierId;

    BigDecimal deposit;
    String depositCurrency;
    Instant weighedAt;
    Instant registeredAt;
    Instant changedAt;

    @Formula("(select p.number from part p where p.id = part_id)")
    String partNumber;

    @Formula("(select p.name from part p where p.id = part_id)")
    String partName;

    @Formula("(select p.unit from part p where p.id = part_id)")
    String unit;

    @Formula("(select l.name from stock_location l where l.id = location_id)")
    String locationName;

    @Formula("(select l.technician_id from stock_location l where l.id = location_id)")
    UUID technicianId;

    protected Container() {}

    static Container register(ContainerMaking making, By by) {
        Part part = making.part();
        Container container = new Container();
        container.id = Ids.next();
        container.partId = part.id();
        container.partNumber = part.number();
        container.partName = part.name();
        container.unit = part.unit();
        container.number = making.number();
        container.tare = making.tare();
        container.capacity = making.capacity();
        container.supplierId = making.supplierId();
        container.deposit =
                Optional.ofNullable(making.deposit()).map(Money::amount).orElse(null);
        container.depositCurrency =
                Optional.ofNullable(making.deposit()).map(Money::currency).orElse(null);
        container.state = State.IN_STOCK;
        container.registeredAt = by.at();
        container.stands(making.place().id(), making.place().name(), by);
        container.note(
                "REGISTERED",
                by,
                by.at(),
                making.number() + ", " + making.place().name());
        return container;
    }

    void move(String name, By by) {
        become(Command.MOVE, name, by);
    }

    /** It came with a receipt. Refused with 409 where it is in stock elsewhere. */
    void comeTo(UUID location, String name, By by) {
        if (state == State.IN_STOCK && !location.equals(locationId)) {
            throw new Refusal.Conflict(
                            "container-elsewhere", "%s is in stock, %s. Move it first.".formatted(number, locationName))
                    .refused();
        }
        become(Command.RECEIVE, name, by);
        stands(location, name, by);
    }

    void fill(By by) {
        become(Command.FILL, null, by);
    }

    void weigh(BigDecimal found, By by) {
        become(Command.WEIGH, "%s %s".formatted(found.toPlainString(), unit), by);
        weighedAt = by.at();
    }

    void giveBack(String why, By by) {
        leave(Command.RETURN, why, by);
    }

    void withdraw(String why, By by) {
        leave(Command.WITHDRAW, why, by);
    }

    private void leave(Command command, String why, By by) {
        become(command, why, by);
        requireEmpty();
        stands(null, null, by);
    }

    private void become(Command command, String why, By by) {
        state = move(ContainerLifecycle.TABLE, state, command, by, by.at(), why);
        changes(by);
    }

    /** @param location null where it is in stock no more, and so is its name */
    void stands(UUID location, String name, By by) {
        locationId = location;
        locationName = name;
        changes(by);
    }

    /** Never before what has changed it last: of two who change it, the one who waited may have begun first. */
    private void changes(By by) {
        changedAt = changedAt == null || by.at().isAfter(changedAt) ? by.at() : changedAt;
    }

    private void requireEmpty() {
        if (content.signum() != 0) {
            throw new Refusal.Conflict(
                            "container-not-empty",
                            "By the book %s %s are in it. Weigh it first.".formatted(content.toPlainString(), unit))
                    .refused();
        }
    }

    /** Refused with 409 where so much more does not go in. */
    void requireRoomFor(BigDecimal more) {
        if (content.add(more).compareTo(capacity) > 0) {
            throw new Refusal.Conflict(
                            "container-full",
                            "%s holds %s %s, and %s are in it."
                                    .formatted(number, capacity.toPlainString(), unit, content.toPlainString()))
                    .refused();
        }
    }

    /** Refused with 409 where more was used of it than was known to be in it. */
    void requireContentKnown() {
        if (content.signum() < 0) {
            throw new Refusal.Conflict(
                            "container-overdrawn",
                            "More was used of it than was known to be in it. Weigh it where it is first.")
                    .refused();
        }
    }

    /** Returns the entry, to be stored: so much of an entry of the ledger at the place where this is. */
    ContainerEntry take(BigDecimal quantity, UUID movement, UUID location, By by) {
        content = content.add(quantity);
        changes(by);
        return new ContainerEntry(id, movement, location, quantity, changedAt);
    }

    boolean isInStock() {
        return state == State.IN_STOCK;
    }

    boolean isAt(UUID location) {
        return location.equals(locationId);
    }

    /** @param moment by the device's clock: what happened before the last weighing is in what was found then */
    boolean isWeighedSince(Instant moment) {
        return weighedAt != null && moment.isBefore(weighedAt);
    }

    ContainerPlace place() {
        return new ContainerPlace(id, state, locationId, changedAt);
    }

    /** What whoever sees it may do now, as it stands in the URL. */
    List<String> allowedCommands(Visibility visibility) {
        boolean isTheirs =
                visibility.driver().map(driver -> driver.equals(technicianId)).orElse(true);
        return isTheirs ? offered(ContainerLifecycle.TABLE.words(state)) : List.of();
    }

    @Override
    protected List<String> offered(List<String> words) {
        return words.stream().filter(word -> !word.equals("receive")).toList();
    }

    @Override
    public String kind() {
        return "container";
    }

    @Override
    public UUID correlationId() {
        return null;
    }
}
