package dev.fieldservice.inventory.containers;

import dev.fieldservice.inventory.discrepancies.DiscrepancyKind;
import dev.fieldservice.inventory.discrepancies.Finding;
import dev.fieldservice.inventory.stock.ContainedStock;
import dev.fieldservice.inventory.stock.InContainers;
import dev.fieldservice.inventory.stock.MovementKind;
import dev.fieldservice.inventory.stock.PartsConsumed;
import dev.fieldservice.inventory.stock.ReceivedContainer;
import dev.fieldservice.inventory.stock.StockReceipt;
import dev.fieldservice.inventory.stock.UsedStock;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** Has containers follow what the ledger books: what came in them, and what was used out of them, which is a fact. */
@ApplicationScoped
public class ContainersInUse implements ContainedStock {

    private static final String OCCURRED_AT = "select occurredAt from StockMovement where sourceId = :source";

    private final ContainerBooking booking;

    ContainersInUse(ContainerBooking booking) {
        this.booking = booking;
    }

    @Override
    public Uni<Followed> used(Tx tx, PartsConsumed usage, UUID entry, UsedStock left, Finding.Where where) {
        List<Finding> findings = new ArrayList<>();
        if (usage.containerNumber() == null) {
            tooMuchHeld(usage, left.inContainers(), left.onHand(), where).ifPresent(findings::add);
            return Uni.createFrom().item(new Followed(left.onHand(), findings));
        }
        return known(tx, usage)
                .chain(container -> container == null
                        ? unknown(usage, where, findings)
                        : drawn(tx, usage, entry, container, where, findings))
                .chain(() -> booking.level(tx, usage.partId(), usage.stockLocationId()))
                .chain(onHand -> InContainers.at(tx, usage.partId(), usage.stockLocationId())
                        .invoke(held -> tooMuchHeld(usage, held, onHand, where).ifPresent(findings::add))
                        .replaceWith(new Followed(onHand, findings)));
    }

    /** Null where there is none in stock of this part, counted in the unit of the usage. */
    private static Uni<Container> known(Tx tx, PartsConsumed usage) {
        return Containers.byNumber(tx, usage.containerNumber())
                .map(found -> found != null
                                && found.isInStock()
                                && found.partId.equals(usage.partId())
                                && found.unit.equals(usage.quantity().unit())
                        ? found
                        : null);
    }

    private static Uni<Void> unknown(PartsConsumed usage, Finding.Where where, List<Finding> findings) {
        findings.add(new Finding(
                DiscrepancyKind.UNKNOWN_CONTAINER,
                where,
                "%s %s were used out of %s, which is no container in stock of this part"
                        .formatted(
                                usage.quantity().amount().toPlainString(),
                                usage.quantity().unit(),
                                usage.containerNumber()),
                usage.containerNumber()));
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> drawn(
            Tx tx, PartsConsumed usage, UUID entry, Container container, Finding.Where where, List<Finding> findings) {
        boolean isThere = container.isAt(usage.stockLocationId());
        BigDecimal change = usage.change();
        return usedAt(tx, usage)
                .chain(moment -> (isThere
                                ? Uni.createFrom().item(entry)
                                : booking.bring(tx, container, usage.stockLocationId(), change, moment))
                        .chain(its -> ContainerBooking.keep(tx, container, its, change))
                        .chain(() -> asWeighed(tx, usage, container, moment)))
                .invoke(() -> overdrawn(container, where).ifPresent(findings::add))
                .chain(() -> isThere || usage.isReversal()
                        ? Uni.createFrom().voidItem()
                        : wasElsewhere(tx, usage, container, where, findings));
    }

    /** What had been used before it was weighed is in what was found then, in whatever order the two are told. */
    private Uni<Void> asWeighed(Tx tx, PartsConsumed usage, Container container, Instant moment) {
        return container.isWeighedSince(moment)
                ? booking.alone(
                        tx,
                        container,
                        MovementKind.WEIGHING_ADJUSTMENT,
                        usage.change().negate(),
                        "It was weighed after that",
                        moment)
                : Uni.createFrom().voidItem();
    }

    /** What is taken back never was used. */
    private static Uni<Instant> usedAt(Tx tx, PartsConsumed usage) {
        return usage.isReversal()
                ? tx.session()
                        .createSelectionQuery(OCCURRED_AT, Instant.class)
                        .setParameter("source", usage.reversalOf())
                        .getSingleResultOrNull()
                        .map(used -> used == null ? usage.occurredAt() : used)
                : Uni.createFrom().item(usage.occurredAt());
    }

    private static Optional<Finding> overdrawn(Container container, Finding.Where where) {
        return container.content.signum() < 0
                ? Optional.of(new Finding(
                        DiscrepancyKind.CONTAINER_OVERDRAWN,
                        where,
                        "%s: %s %s are in it by what is known"
                                .formatted(container.number, container.content.toPlainString(), container.unit),
                        container.number))
                : Optional.empty();
    }

    /** It may have been moved since, before the usage was told. */
    private static Uni<Void> wasElsewhere(
            Tx tx, PartsConsumed usage, Container container, Finding.Where where, List<Finding> findings) {
        return Containers.locationAt(tx, container, usage.occurredAt())
                .invoke(then -> {
                    if (!then.equals(Optional.of(usage.stockLocationId()))) {
                        findings.add(new Finding(
                                DiscrepancyKind.CONTAINER_ELSEWHERE,
                                where,
                                "%s was known to be in %s".formatted(container.number, container.locationName),
                                container.number));
                    }
                })
                .replaceWithVoid();
    }

    private static Optional<Finding> tooMuchHeld(
            PartsConsumed usage, BigDecimal held, BigDecimal onHand, Finding.Where where) {
        return held.signum() > 0 && onHand.compareTo(held) < 0 && !usage.isReversal()
                ? Optional.of(new Finding(
                        DiscrepancyKind.MORE_IN_CONTAINERS,
                        where,
                        "%s %s are there, and %s in containers"
                                .formatted(
                                        onHand.toPlainString(), usage.quantity().unit(), held.toPlainString())))
                : Optional.empty();
    }

    @Override
    public Uni<Void> received(Tx tx, StockReceipt receipt, UUID entry) {
        return OneByOne.each(
                IntStream.range(0, receipt.contained().size()).boxed().toList(),
                at -> received(tx, receipt, receipt.contained().get(at), entry, "/containers/" + at));
    }

    private static Uni<Void> received(Tx tx, StockReceipt receipt, ReceivedContainer came, UUID entry, String pointer) {
        BigDecimal quantity = came.quantity().amount();
        return Containers.byNumber(tx, came.number())
                .chain(found -> found == null
                        ? registered(tx, receipt, came, pointer)
                        : Containers.come(tx, found, receipt, pointer))
                .invoke(container -> container.requireRoomFor(quantity))
                .chain(container -> ContainerBooking.keep(tx, container, entry, quantity));
    }

    private static Uni<Container> registered(Tx tx, StockReceipt receipt, ReceivedContainer came, String pointer) {
        if (came.tare() == null || came.capacity() == null) {
            throw Refusal.RuleViolated.at(
                    pointer + (came.tare() == null ? "/tare" : "/capacity"),
                    "new-container",
                    "%s is not known: say what it weighs empty, and how much may be in it.".formatted(came.number()));
        }
        NewContainer wanted = new NewContainer(
                receipt.partId(),
                receipt.locationId(),
                came.number(),
                came.tare(),
                came.capacity(),
                came.supplierId(),
                came.deposit());
        return Containers.register(tx, wanted, pointer);
    }

    @Override
    public Uni<Void> takenBack(Tx tx, UUID receipt, UUID counterEntry) {
        return tx.session()
                .createSelectionQuery(
                        "from ContainerEntry where movementId = :receipt order by id", ContainerEntry.class)
                .setParameter("receipt", receipt)
                .getResultList()
                .chain(entries -> OneByOne.each(
                        entries,
                        entry -> tx.load(Container.class, entry.containerId)
                                .invoke(container -> requireUnchanged(container, entry))
                                .chain(container ->
                                        ContainerBooking.keep(tx, container, counterEntry, entry.quantity.negate()))));
    }

    private static void requireUnchanged(Container container, ContainerEntry entry) {
        if (!container.isAt(entry.locationId) || container.content.compareTo(entry.quantity) < 0) {
            throw new Refusal.Conflict(
                            "container-changed",
                            "%s has been moved or drawn from since. Put that right first.".formatted(container.number))
                    .refused();
        }
    }
}
