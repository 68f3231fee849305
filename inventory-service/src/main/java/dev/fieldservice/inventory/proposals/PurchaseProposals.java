package dev.fieldservice.inventory.proposals;

import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.inventory.locations.StockLocation;
import dev.fieldservice.inventory.purchases.NewPurchaseOrder;
import dev.fieldservice.inventory.purchases.PurchaseOrders;
import dev.fieldservice.inventory.suppliers.SupplierPart;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds of what there is too little, and makes orders of it. */
@ApplicationScoped
public class PurchaseProposals {

    private static final int LINES_OF_AN_ORDER = 100;

    /** Who accepts reckons with what the one before has drafted. */
    private static final String ALONE =
            "select 1 from pg_advisory_xact_lock(hashtextextended('purchase_proposal', 17))";

    private final PurchaseOrders orders;

    public PurchaseProposals(PurchaseOrders orders) {
        this.orders = orders;
    }

    Uni<PurchaseProposal> propose(Tx tx, UUID location) {
        return tx.session()
                .find(StockLocation.class, location)
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.RuleViolated.unknown("/locationId", "stock location"))
                .chain(() -> Shortages.first(tx.session()))
                .chain(found -> tx.add(PurchaseProposal.of(location, found, tx.by())));
    }

    /** Drafts an order for each supplier, all or none, of what is needed yet. */
    Uni<PurchaseProposal> accept(Tx tx, UUID id, Acceptance acceptance) {
        return tx.load(PurchaseProposal.class, id)
                .invoke(proposal -> requireItsParts(proposal, acceptance))
                .invoke(proposal -> proposal.accept(tx.by()))
                .call(proposal -> alone(tx)
                        .chain(() -> Shortages.all(tx.session()))
                        .chain(now -> packs(tx, proposal)
                                .map(packs -> new Needs(
                                        now.stream()
                                                .collect(Collectors.toMap(ProposedPart::partId, ProposedPart::missing)),
                                        packs)))
                        .chain(now -> {
                            List<UUID> made = new ArrayList<>();
                            return OneByOne.each(
                                            wanted(proposal, acceptance, now),
                                            wanted -> orders.draft(tx, wanted).invoke(order -> made.add(order.id())))
                                    .invoke(() -> proposal.became(made));
                        }));
    }

    /** Of a part at a supplier. */
    private record Sold(UUID supplierId, UUID partId) {}

    /** What is missing now, and in which packs it is sold now. */
    private record Needs(Map<UUID, BigDecimal> missing, Map<Sold, BigDecimal> packs) {

        boolean isMissing(ProposedPart part) {
            return missing.containsKey(part.partId());
        }

        ProposedPart of(ProposedPart part) {
            return part.atMost(
                    missing.get(part.partId()),
                    packs.getOrDefault(new Sold(part.supplierId(), part.partId()), part.packSize()));
        }
    }

    private static Uni<Map<Sold, BigDecimal>> packs(Tx tx, PurchaseProposal proposal) {
        return tx.session()
                .createSelectionQuery("from SupplierPart where partId in :parts", SupplierPart.class)
                .setParameter(
                        "parts",
                        proposal.lines.items().stream()
                                .map(ProposedPart::partId)
                                .toList())
                .getResultList()
                .map(offers -> offers.stream()
                        .collect(Collectors.toMap(
                                offer -> new Sold(offer.supplierId(), offer.partId()), SupplierPart::packSize)));
    }

    private static Uni<Integer> alone(Tx tx) {
        return tx.session().createNativeQuery(ALONE, Integer.class).getSingleResult();
    }

    private static void requireItsParts(PurchaseProposal proposal, Acceptance acceptance) {
        Set<UUID> known =
                proposal.lines.items().stream().map(ProposedPart::partId).collect(Collectors.toSet());
        List<UUID> without = acceptance.withoutPartIds() == null ? List.of() : acceptance.withoutPartIds();
        IntStream.range(0, without.size())
                .filter(index -> !known.contains(without.get(index)))
                .findFirst()
                .ifPresent(index -> {
                    throw Refusal.RuleViolated.unknown("/withoutPartIds/" + index, "part in this proposal");
                });
    }

    /** No more of a part than is needed now. */
    private static List<NewPurchaseOrder> wanted(PurchaseProposal proposal, Acceptance acceptance, Needs now) {
        Set<UUID> left = acceptance.left();
        LinkedHashMap<UUID, List<ProposedPart>> bySupplier = proposal.lines.items().stream()
                .filter(part -> part.supplierId() != null && !left.contains(part.partId()))
                .filter(now::isMissing)
                .map(now::of)
                .collect(Collectors.groupingBy(ProposedPart::supplierId, LinkedHashMap::new, Collectors.toList()));
        return bySupplier.values().stream()
                .flatMap(parts -> IntStream.iterate(0, from -> from < parts.size(), from -> from + LINES_OF_AN_ORDER)
                        .mapToObj(from -> parts.subList(from, Math.min(parts.size(), from + LINES_OF_AN_ORDER))))
                .map(parts -> order(proposal.locationId, parts, acceptance))
                .toList();
    }

    /** At the prices of the moment at which it is ordered. */
    private static NewPurchaseOrder order(UUID location, List<ProposedPart> parts, Acceptance acceptance) {
        ProposedPart first = parts.getFirst();
        return new NewPurchaseOrder(
                first.supplierId(),
                location,
                acceptance.rateOf(first.unitPrice().currency()),
                null,
                parts.stream()
                        .map(part -> new NewPurchaseOrder.Line(
                                part.partId(), new Quantity(part.quantity(), part.unit()), null))
                        .toList());
    }
}
