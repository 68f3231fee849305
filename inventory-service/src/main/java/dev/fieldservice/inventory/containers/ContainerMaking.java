package dev.fieldservice.inventory.containers;

import dev.fieldservice.contracts.Money;
import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.contracts.codes.Units;
import dev.fieldservice.inventory.locations.StockLocation;
import dev.fieldservice.inventory.parts.Part;
import dev.fieldservice.inventory.suppliers.Supplier;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.util.UUID;

/** What a new container is made of, in the units in which it is kept. */
record ContainerMaking(
        Part part,
        StockLocation place,
        String number,
        BigDecimal tare,
        BigDecimal capacity,
        UUID supplierId,
        Money deposit) {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** Refused with 422 where what it names is not known, or where the part has no weight. @param at where it stands in what was sent */
    static Uni<ContainerMaking> of(Tx tx, NewContainer wanted, String at) {
        return tx.session()
                .find(Part.class, wanted.partId())
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.RuleViolated.unknown("/partId", "part"))
                .invoke(ContainerMaking::requireWeight)
                .chain(part -> tx.session()
                        .find(StockLocation.class, wanted.locationId())
                        .onItem()
                        .ifNull()
                        .failWith(() -> Refusal.RuleViolated.unknown("/locationId", "stock location"))
                        .call(() -> requireSupplier(tx, wanted, at))
                        .map(place -> made(wanted, part, place, at)));
    }

    private static ContainerMaking made(NewContainer wanted, Part part, StockLocation place, String at) {
        requireDeposit(wanted.deposit(), at);
        return new ContainerMaking(
                part,
                place,
                wanted.number(),
                weight(part, wanted.tare(), at + "/tare"),
                weight(part, wanted.capacity(), at + "/capacity"),
                wanted.supplierId(),
                wanted.deposit());
    }

    private static BigDecimal weight(Part part, Quantity given, String pointer) {
        return part.counted(given, pointer).amount();
    }

    private static void requireWeight(Part part) {
        if (part.isSerialised() || !Units.fits(HALF, part.unit())) {
            throw Refusal.RuleViolated.at(
                    "/partId", "counted-in-pieces", "Only what is not counted in pieces stands in containers.");
        }
    }

    private static void requireDeposit(Money deposit, String at) {
        if (deposit != null && deposit.amount().signum() < 0) {
            throw Refusal.RuleViolated.at(
                    at + "/deposit/amount", "negative-deposit", "A deposit is nothing or more than nothing.");
        }
    }

    private static Uni<Void> requireSupplier(Tx tx, NewContainer wanted, String at) {
        return wanted.supplierId() == null
                ? Uni.createFrom().voidItem()
                : tx.session()
                        .find(Supplier.class, wanted.supplierId())
                        .onItem()
                        .ifNull()
                        .failWith(() -> Refusal.RuleViolated.unknown(at + "/supplierId", "supplier"))
                        .replaceWithVoid();
    }
}
