package dev.fieldservice.inventory.purchases;

import dev.fieldservice.inventory.company.KnownCompany;
import dev.fieldservice.inventory.locations.StockLocation;
import dev.fieldservice.inventory.parts.Part;
import dev.fieldservice.inventory.suppliers.Supplier;
import dev.fieldservice.inventory.suppliers.SupplierPart;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What somebody wants to order, held against what is known of supplier, place and parts. */
record WantedOrder(NewPurchaseOrder details, Supplier supplier, List<WantedPart> parts) {

    /** Refused with 422 where it cannot be ordered like that: ids first, then what is said of them. */
    static Uni<WantedOrder> of(Tx tx, NewPurchaseOrder details) {
        return known(tx, Supplier.class, details.supplierId(), "/supplierId", "supplier")
                .chain(supplier -> known(tx, StockLocation.class, details.locationId(), "/locationId", "stock location")
                        .chain(() -> parts(tx, details))
                        .map(parts -> new WantedOrder(details, supplier, parts)))
                .invoke(WantedOrder::requireThatItCanBeOrdered)
                .call(wanted -> KnownCompany.read(tx.session()).invoke(wanted::requireExchange));
    }

    private static <T> Uni<T> known(Tx tx, Class<T> type, UUID id, String pointer, String what) {
        return tx.session()
                .find(type, id)
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.RuleViolated.unknown(pointer, what));
    }

    private static Uni<List<WantedPart>> parts(Tx tx, NewPurchaseOrder details) {
        List<WantedPart> parts = new ArrayList<>();
        return OneByOne.each(
                        details.lines(),
                        line -> known(tx, Part.class, line.partId(), "/lines/" + parts.size() + "/partId", "part")
                                .chain(part -> offer(tx, details.supplierId(), part)
                                        .invoke(offer -> parts.add(new WantedPart(line, part, offer)))))
                .replaceWith(parts);
    }

    private static Uni<Optional<SupplierPart>> offer(Tx tx, UUID supplier, Part part) {
        return tx.session()
                .createSelectionQuery(
                        "from SupplierPart where supplierId = :supplier and partId = :part and offered = true",
                        SupplierPart.class)
                .setParameter("supplier", supplier)
                .setParameter("part", part.id())
                .getSingleResultOrNull()
                .map(Optional::ofNullable);
    }

    private void requireThatItCanBeOrdered() {
        Set<UUID> seen = new HashSet<>();
        for (int index = 0; index < parts.size(); index++) {
            WantedPart wanted = parts.get(index);
            if (!seen.add(wanted.part().id())) {
                throw Refusal.RuleViolated.at(
                        "/lines/" + index + "/partId", "part-twice", "A part stands in one line of an order.");
            }
            wanted.requireThatItCanBeOrdered(index, supplier);
        }
    }

    private void requireExchange(KnownCompany company) {
        boolean isForeign = !company.currency().equals(supplier.currency());
        if (isForeign && details.exchangeRate() == null) {
            throw Refusal.RuleViolated.at(
                    "/exchangeRate",
                    "exchange-rate-missing",
                    "It is ordered in %s, and stock has its cost in %s."
                            .formatted(supplier.currency(), company.currency()));
        }
        if (!isForeign && details.exchangeRate() != null) {
            throw Refusal.RuleViolated.at(
                    "/exchangeRate", "same-currency", "It is ordered in the company's own currency.");
        }
    }
}
