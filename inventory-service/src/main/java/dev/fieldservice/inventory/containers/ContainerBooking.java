package dev.fieldservice.inventory.containers;

import dev.fieldservice.inventory.stock.InContainers;
import dev.fieldservice.inventory.stock.Ledger;
import dev.fieldservice.inventory.stock.MovementKind;
import dev.fieldservice.inventory.stock.Posting;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** Has the ledger and what is in a container change together. Whoever uses it holds the part ({@link Ledger#hold}). */
@ApplicationScoped
class ContainerBooking {

    private final Ledger ledger;

    ContainerBooking(Ledger ledger) {
        this.ledger = ledger;
    }

    /** So much of an entry of the ledger came into it at its place, or went out of it. */
    static Uni<Void> keep(Tx tx, Container container, UUID entry, BigDecimal quantity) {
        return tx.session().persist(container.take(quantity, entry, container.locationId, tx.by()));
    }

    /** What came or went is on no other side. */
    Uni<Void> alone(Tx tx, Container container, MovementKind kind, BigDecimal quantity, String reason) {
        return alone(tx, container, kind, quantity, reason, tx.by().at());
    }

    /** The same at an earlier moment. */
    Uni<Void> alone(Tx tx, Container container, MovementKind kind, BigDecimal quantity, String reason, Instant moment) {
        if (quantity.signum() == 0) {
            return Uni.createFrom().voidItem();
        }
        Posting posting = Posting.alone(
                        kind, container.partId, container.locationId, quantity, container.unit, null, reason)
                .at(moment);
        return ledger.post(tx, posting).chain(() -> keep(tx, container, posting.id(), quantity));
    }

    /**
     * What stands there without a container goes into it, or comes out of it to there.
     *
     * @param quantity less than nothing for what comes out
     */
    Uni<Void> decant(Tx tx, Container container, BigDecimal quantity, String reason) {
        Posting.Pair pair =
                Posting.decanting(container.partId, container.locationId, quantity.abs(), container.unit, reason);
        UUID entry = quantity.signum() > 0 ? pair.in().id() : pair.out().id();
        return ledger.post(tx, pair).chain(() -> keep(tx, container, entry, quantity));
    }

    /** What is in it goes with it. Returns the level of the place that it leaves. */
    Uni<BigDecimal> carry(Tx tx, Container container, UUID to, String name) {
        BigDecimal content = container.content;
        UUID from = container.locationId;
        Posting.Pair pair = Posting.pair(container.partId, from, to, content, container.unit, null, null);
        return ledger.post(tx, pair)
                .call(() -> tx.session()
                        .persist(container.take(content.negate(), pair.out().id(), from, tx.by())))
                .invoke(() -> container.stands(to, name, tx.by()))
                .call(() -> keep(tx, container, pair.in().id(), content));
    }

    /**
     * Brings what was used elsewhere, or is taken back there, from where the container is, or to there.
     *
     * @param change of what is in the container
     * @param moment of the usage: what is counted since has seen it
     * @return the entry at its place
     */
    Uni<UUID> bring(Tx tx, Container container, UUID elsewhere, BigDecimal change, Instant moment) {
        boolean isUsed = change.signum() < 0;
        Posting.Pair pair = Posting.pair(
                        container.partId,
                        isUsed ? container.locationId : elsewhere,
                        isUsed ? elsewhere : container.locationId,
                        change.abs(),
                        container.unit,
                        null,
                        "Out of " + container.number)
                .at(moment);
        return ledger.post(tx, pair)
                .replaceWith(isUsed ? pair.out().id() : pair.in().id());
    }

    /** Locked. */
    Uni<BigDecimal> level(Tx tx, UUID partId, UUID locationId) {
        return ledger.lock(tx, partId, locationId).map(level -> level == null ? Container.NOTHING : level);
    }

    /** Nobody else moves the part, or fills a container with it, until the commit. */
    Uni<Void> hold(Tx tx, UUID partId) {
        return ledger.hold(tx, partId);
    }

    /** How much stands there in no container; less than nothing where the containers hold more than the ledger has. */
    Uni<BigDecimal> loose(Tx tx, Container container) {
        return level(tx, container.partId, container.locationId)
                .chain(level -> InContainers.at(tx, container.partId, container.locationId)
                        .map(level::subtract));
    }
}
