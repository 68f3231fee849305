package dev.fieldservice.inventory.containers;

import dev.fieldservice.inventory.locations.StockLocation;
import dev.fieldservice.inventory.parts.Part;
import dev.fieldservice.inventory.stock.StockReceipt;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockMode;

/** Containers, found, made and put somewhere. */
final class Containers {

    private Containers() {}

    /** Locked; null where there is none of this number. Blanks and case do not matter. */
    static Uni<Container> byNumber(Tx tx, String number) {
        return tx.session()
                .createSelectionQuery(
                        "from Container where state <> WITHDRAWN"
                                + " and cast(sql('compared(number) = compared(?)', :number) as Boolean) = true",
                        Container.class)
                .setParameter("number", number)
                .setLockMode(LockMode.PESSIMISTIC_WRITE)
                .getSingleResultOrNull()
                .invoke(found -> {
                    if (found != null) {
                        tx.watch(found);
                    }
                });
    }

    /** @param at where it stands in what was sent */
    static Uni<Container> register(Tx tx, NewContainer wanted, String at) {
        return ContainerMaking.of(tx, wanted, at)
                .map(making -> Container.register(making, tx.by()))
                .chain(tx::add)
                .call(container -> tx.session().persist(container.place()));
    }

    /** One that is known comes with a receipt. */
    static Uni<Container> come(Tx tx, Container container, StockReceipt receipt, String at) {
        if (!container.partId.equals(receipt.partId())) {
            throw Refusal.RuleViolated.at(
                    at + "/number", "of-another-part", "%s is for %s.".formatted(container.number, container.partName));
        }
        return tx.session()
                .find(StockLocation.class, receipt.locationId())
                .invoke(place -> container.comeTo(place.id(), place.name(), tx.by()))
                .chain(() -> tx.session().persist(container.place()))
                .replaceWith(container);
    }

    /** Where it was; empty where it was in stock nowhere. */
    static Uni<Optional<UUID>> locationAt(Tx tx, Container container, Instant moment) {
        return tx.session()
                .createNativeQuery("select container_location_at(:container, :moment)", UUID.class)
                .setParameter("container", container.id())
                .setParameter("moment", moment)
                .getSingleResultOrNull()
                .map(Optional::ofNullable);
    }

    static Uni<Part> part(Tx tx, Container container) {
        return tx.session().find(Part.class, container.partId);
    }
}
