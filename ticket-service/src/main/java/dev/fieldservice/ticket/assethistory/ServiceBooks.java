package dev.fieldservice.ticket.assethistory;

import dev.fieldservice.contracts.AssetRef;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.ticket.assets.Asset;
import dev.fieldservice.ticket.assets.AssetView;
import dev.fieldservice.ticket.company.Company;
import dev.fieldservice.ticket.customers.Customer;
import dev.fieldservice.ticket.locations.ServiceLocation;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads what stands in service books. */
final class ServiceBooks {

    private static final int MOST_ENTRIES = 1000;
    private static final String PARTS = "from Asset where partOf = :id and state = IN_USE order by name, id";
    private static final String MACHINES = "from Asset where id in :ids";

    private ServiceBooks() {}

    /** A book, and the languages of the company that keeps it. */
    record Kept(ServiceBook book, List<String> languages) {}

    /** Refused with 404 where there is no such machine, with 400 where more is wanted than is printed at once. */
    static Uni<Kept> read(Mutiny.Session session, UUID id, AssetHistoryQuestion asked, Instant now) {
        return session.find(Asset.class, id)
                .onItem()
                .ifNull()
                .failWith(() -> new Refusal.NotFound("asset").refused())
                .map(AssetView::of)
                .chain(machine -> life(session, machine, asked).chain(life -> read(session, machine, life, now)));
    }

    private static Uni<List<AssetHistoryEntry>> life(
            Mutiny.Session session, AssetView machine, AssetHistoryQuestion asked) {
        return AssetHistories.inOrder(session, machine.id(), asked, AssetHistories.Position.START, MOST_ENTRIES + 1)
                .invoke(found -> {
                    if (found.isCut() || found.entries().size() > MOST_ENTRIES) {
                        throw Refusal.Invalid.field(
                                        "from",
                                        "too-long",
                                        "There are more than %d entries, or thousands of parts. Ask for less time."
                                                .formatted(MOST_ENTRIES))
                                .refused();
                    }
                })
                .map(AssetHistories.Life::entries);
    }

    private static Uni<Kept> read(
            Mutiny.Session session, AssetView machine, List<AssetHistoryEntry> life, Instant now) {
        return session.find(Company.class, Company.ID)
                .chain(company -> session.find(Customer.class, machine.customerId())
                        .chain(customer -> session.find(ServiceLocation.class, machine.locationId())
                                .chain(site -> whole(session, machine)
                                        .chain(whole -> parts(session, machine)
                                                .chain(parts -> names(session, life)
                                                        .map(names -> new Kept(
                                                                new ServiceBook(
                                                                        company.tradeName(),
                                                                        machine,
                                                                        customer.ref(),
                                                                        site.ref(),
                                                                        whole,
                                                                        parts,
                                                                        names,
                                                                        life,
                                                                        now),
                                                                company.languages())))))));
    }

    private static Uni<Optional<AssetRef>> whole(Mutiny.Session session, AssetView machine) {
        return machine.partOf() == null
                ? Uni.createFrom().item(Optional.empty())
                : session.find(Asset.class, machine.partOf()).map(whole -> Optional.of(whole.ref()));
    }

    private static Uni<List<AssetRef>> parts(Mutiny.Session session, AssetView machine) {
        return session.createSelectionQuery(PARTS, Asset.class)
                .setParameter("id", machine.id())
                .getResultList()
                .map(found -> found.stream().map(Asset::ref).toList());
    }

    private static Uni<Map<UUID, String>> names(Mutiny.Session session, List<AssetHistoryEntry> life) {
        return session.createSelectionQuery(MACHINES, Asset.class)
                .setParameter(
                        "ids",
                        life.stream().map(AssetHistoryEntry::assetId).distinct().toList())
                .getResultList()
                .map(found -> found.stream().map(Asset::ref).collect(Collectors.toMap(AssetRef::id, AssetRef::name)));
    }
}
