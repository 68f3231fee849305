package dev.fieldservice.inventory.containers;

import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.inventory.discrepancies.Discrepancies;
import dev.fieldservice.inventory.discrepancies.DiscrepancyKind;
import dev.fieldservice.inventory.discrepancies.Finding;
import dev.fieldservice.inventory.locations.StockLocation;
import dev.fieldservice.inventory.locations.Visibility;
import dev.fieldservice.inventory.stock.Leaving;
import dev.fieldservice.inventory.stock.MovementKind;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** What the store does with a container, and a technician with one in the own vehicle. */
@ApplicationScoped
public class ContainerCommands {

    private final ContainerBooking booking;
    private final Discrepancies discrepancies;

    ContainerCommands(ContainerBooking booking, Discrepancies discrepancies) {
        this.booking = booking;
        this.discrepancies = discrepancies;
    }

    Uni<Container> register(Tx tx, NewContainer wanted) {
        return Containers.register(tx, wanted, "");
    }

    /** What is in it goes along. Refused with 409 where that is reserved for others. */
    Uni<Container> move(Tx tx, UUID id, MovedContainer wanted) {
        return load(tx, id)
                .call(container -> tx.session()
                        .find(StockLocation.class, wanted.toLocationId())
                        .onItem()
                        .ifNull()
                        .failWith(() -> Refusal.RuleViolated.unknown("/toLocationId", "stock location"))
                        .chain(to -> move(tx, container, to)));
    }

    private Uni<Void> move(Tx tx, Container container, StockLocation to) {
        container.move(to.name(), tx.by());
        if (container.isAt(to.id())) {
            throw Refusal.RuleViolated.at("/toLocationId", "same-location", "It is there already.");
        }
        container.requireContentKnown();
        Leaving leaving = new Leaving(
                container.partId, container.partName, container.locationId, to.id(), container.content, container.unit);
        Uni<?> moved = container.content.signum() == 0
                ? Uni.createFrom().voidItem().invoke(() -> container.stands(to.id(), to.name(), tx.by()))
                : booking.carry(tx, container, to.id(), to.name()).chain(onHand -> leaving.requireFree(tx, onHand));
        return moved.chain(() -> tx.session().persist(container.place()));
    }

    /** Refused with 409 where so much does not stand there, or does not go in. */
    Uni<Container> fill(Tx tx, UUID id, FilledContainer filled) {
        return loadOwn(tx, id)
                .call(container -> Containers.part(tx, container).chain(part -> {
                    BigDecimal amount =
                            part.counted(filled.quantity(), "/quantity").amount();
                    container.fill(tx.by());
                    container.requireRoomFor(amount);
                    return switch (filled.source()) {
                        case STOCK -> fromStock(tx, container, amount, filled.reason());
                        case RECOVERED -> booking.alone(tx, container, MovementKind.RECOVERY, amount, filled.reason());
                    };
                }));
    }

    private Uni<Void> fromStock(Tx tx, Container container, BigDecimal amount, String reason) {
        return booking.loose(tx, container)
                .invoke(loose -> {
                    if (loose.compareTo(amount) < 0) {
                        throw new Refusal.Conflict(
                                        "not-in-stock",
                                        "%s %s stand there in no container."
                                                .formatted(
                                                        loose.max(Container.NOTHING)
                                                                .toPlainString(),
                                                        container.unit))
                                .refused();
                    }
                })
                .chain(() -> booking.decant(tx, container, amount, reason));
    }

    /** Whatever it is found to hold is what is in it from then on. What differs is somebody's to clear up. */
    Uni<Container> weigh(Tx tx, UUID id, WeighedContainer weighed) {
        return loadOwn(tx, id)
                .call(container -> Containers.part(tx, container).chain(part -> {
                    BigDecimal found = net(container, part.counted(weighed.gross(), "/gross"));
                    BigDecimal known = container.content;
                    container.weigh(found, tx.by());
                    BigDecimal difference = found.subtract(known);
                    if (difference.signum() == 0) {
                        return Uni.createFrom().voidItem();
                    }
                    requireReason(weighed, container, known, found);
                    return adjust(tx, container, difference, weighed.reason())
                            .chain(() -> differs(tx, container, known, found, weighed.reason()));
                }));
    }

    private static BigDecimal net(Container container, Quantity gross) {
        BigDecimal net = gross.amount().subtract(container.tare);
        if (net.signum() < 0) {
            throw Refusal.RuleViolated.at(
                    "/gross", "below-tare", "Empty it weighs %s.".formatted(container.tare.toPlainString()));
        }
        return net;
    }

    private static void requireReason(
            WeighedContainer weighed, Container container, BigDecimal known, BigDecimal found) {
        if (weighed.reason() == null) {
            throw Refusal.RuleViolated.at(
                    "/reason",
                    "reason-missing",
                    "%s %s are in it, and %s were known to be: say why."
                            .formatted(found.toPlainString(), container.unit, known.toPlainString()));
        }
    }

    /**
     * What the ledger has less at the place than the containers there was used without naming one: as far as that goes, it was used
     * out of this one, and the level stays.
     */
    private Uni<Void> adjust(Tx tx, Container container, BigDecimal difference, String reason) {
        return booking.loose(tx, container).chain(loose -> {
            BigDecimal unnamed = loose.max(difference).min(BigDecimal.ZERO);
            Uni<Void> named = unnamed.signum() == 0
                    ? Uni.createFrom().voidItem()
                    : booking.decant(tx, container, unnamed, reason);
            return named.chain(() -> booking.alone(
                    tx, container, MovementKind.WEIGHING_ADJUSTMENT, difference.subtract(unnamed), reason));
        });
    }

    private Uni<Void> differs(Tx tx, Container container, BigDecimal known, BigDecimal found, String reason) {
        return tx.session()
                .find(StockLocation.class, container.locationId)
                .chain(place -> discrepancies.open(
                        tx,
                        List.of(new Finding(
                                DiscrepancyKind.CONTAINER_DIFFERENCE,
                                new Finding.Where(container.partId, place.id(), null, null, place.owner()),
                                "%s: %s %s were in it, and %s were known to be: %s"
                                        .formatted(
                                                container.number,
                                                found.toPlainString(),
                                                container.unit,
                                                known.toPlainString(),
                                                reason),
                                container.number))));
    }

    /** Refused with 409 where something is in it. */
    Uni<Container> giveBack(Tx tx, UUID id, String why) {
        return leave(tx, id, container -> container.giveBack(why, tx.by()));
    }

    /** Refused with 409 where something is in it. */
    Uni<Container> withdraw(Tx tx, UUID id, String why) {
        return leave(tx, id, container -> container.withdraw(why, tx.by()));
    }

    private Uni<Container> leave(Tx tx, UUID id, Consumer<Container> leaving) {
        return load(tx, id).invoke(leaving).call(container -> tx.session().persist(container.place()));
    }

    /** What the technician does not see is not there. */
    private Uni<Container> loadOwn(Tx tx, UUID id) {
        Visibility visibility = Visibility.of(tx.by().caller());
        return load(tx, id)
                .call(container -> container.locationId == null
                        ? Uni.createFrom().voidItem().invoke(() -> requireOffice(visibility))
                        : tx.session()
                                .find(StockLocation.class, container.locationId)
                                .invoke(place -> {
                                    if (!visibility.includes(place)) {
                                        throw unknown();
                                    }
                                    if (!visibility.isOwn(place)) {
                                        throw new Refusal.Forbidden(
                                                        "forbidden",
                                                        "This is for whoever drives the vehicle, and the store.")
                                                .refused();
                                    }
                                }));
    }

    private static void requireOffice(Visibility visibility) {
        if (visibility.driver().isPresent()) {
            throw unknown();
        }
    }

    /** Held by its part, then locked. */
    private Uni<Container> load(Tx tx, UUID id) {
        return tx.session()
                .createSelectionQuery("select partId from Container where id = :id", UUID.class)
                .setParameter("id", id)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(ContainerCommands::unknown)
                .chain(part -> booking.hold(tx, part))
                .chain(() -> tx.load(Container.class, id));
    }

    private static RuntimeException unknown() {
        return new Refusal.NotFound("container").refused();
    }
}
