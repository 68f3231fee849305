package dev.fieldservice.inventory.proposals;

import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.inventory.locations.StockLocation;
import dev.fieldservice.inventory.purchases.NewPurchaseOrder;
import dev.fieldservice.inventory.purchases.PurchaseOrders;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds of what there is too little, and makes orders of it. */
@ApplicationScoped
public class PurchaseProposals {

    private static final int MOST = 500;
    private static final int LINES_OF_AN_ORDER = 100;

    /**
     * Drafts count as ordered: whoever asks again is not told to buy the same twice. What is superseded is not bought: what there is of
     * it, and what it should be, counts for the part that takes its place.
     */
    private static final String TOO_LITTLE = """
            with bought as (
                select id as part_id, coalesce(last_successor(superseded_by_id), id) as as_part from part),
            stock as (
                select b.as_part as part_id, sum(s.on_hand) as on_hand, sum(s.allocated) as allocated
                  from stock_level s join bought b on b.part_id = s.part_id group by b.as_part),
            coming as (
                select b.as_part as part_id, sum(greatest(l.quantity - l.received, 0)) as on_order
                  from purchase_order o join purchase_order_line l on l.purchase_order_id = o.id
                  join bought b on b.part_id = l.part_id
                 where o.state in ('DRAFT', 'ORDERED', 'PARTIALLY_RECEIVED') group by b.as_part),
            superseded as (
                select b.as_part as part_id, max(p.reorder_point) as reorder_point,
                       string_agg(p.number, ', ' order by p.number) as numbers
                  from bought b join part p on p.id = b.part_id where b.as_part <> b.part_id group by b.as_part)
            select p.id as part_id, p.number, p.name, p.unit, coalesce(s.on_hand, 0) as on_hand,
                   coalesce(s.allocated, 0) as allocated, coalesce(c.on_order, 0) as on_order,
                   coalesce(p.reorder_point, old.reorder_point, 0) as reorder_point, old.numbers as superseded,
                   array_to_string(p.substitute_ids, ' ') as substitutes, sold.supplier_id, sold.supplier_name, sold.pack_size,
                   sold.unit_price, sold.currency, sold.lead_time_days
              from part p
              left join stock s on s.part_id = p.id
              left join coming c on c.part_id = p.id
              left join superseded old on old.part_id = p.id
              left join lateral (
                   select sp.supplier_id, who.name as supplier_name, sp.pack_size, sp.unit_price, who.currency, sp.lead_time_days
                     from supplier_part sp join supplier who on who.id = sp.supplier_id
                    where sp.part_id = p.id and sp.offered
                    order by sp.preferred desc, sp.lead_time_days, sp.id limit 1) sold on true
             where p.superseded_by_id is null
               and coalesce(s.on_hand, 0) - coalesce(s.allocated, 0) + coalesce(c.on_order, 0)
                   < coalesce(p.reorder_point, old.reorder_point, 0)
             order by p.number, p.id""";

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
                .chain(() -> tx.session()
                        .createNativeQuery(TOO_LITTLE, Tuple.class)
                        .setMaxResults(MOST)
                        .getResultList())
                .chain(rows -> tx.add(PurchaseProposal.of(
                        location, rows.stream().map(ProposedPart::of).toList(), tx.by())));
    }

    /** Drafts an order for each supplier, all or none. */
    Uni<PurchaseProposal> accept(Tx tx, UUID id, Acceptance acceptance) {
        return tx.load(PurchaseProposal.class, id)
                .invoke(proposal -> requireItsParts(proposal, acceptance))
                .invoke(proposal -> proposal.accept(tx.by()))
                .call(proposal -> {
                    List<UUID> made = new ArrayList<>();
                    return OneByOne.each(
                                    wanted(proposal, acceptance),
                                    wanted -> orders.draft(tx, wanted).invoke(order -> made.add(order.id())))
                            .invoke(() -> proposal.became(made));
                });
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

    private static List<NewPurchaseOrder> wanted(PurchaseProposal proposal, Acceptance acceptance) {
        Set<UUID> left = acceptance.left();
        LinkedHashMap<UUID, List<ProposedPart>> bySupplier = proposal.lines.items().stream()
                .filter(part -> part.supplierId() != null && !left.contains(part.partId()))
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
