package dev.fieldservice.workorder.parts;

import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** What inventory tells about parts and about the places that hold them; the newest version of each is kept. */
public final class Catalogue {

    private static final UUID NOBODY = new UUID(0, 0);

    private Catalogue() {}

    public record PartRegistered(
            UUID partId, long partVersion, String number, String name, String unit, boolean serialised) {}

    public record StockLocationRegistered(
            UUID locationId, long locationVersion, String kind, String name, UUID technicianId) {}

    /** Refused with 422 where inventory has not told of such a part. */
    static Uni<KnownPart> part(Tx tx, UUID id) {
        return tx.session().find(KnownPart.class, id).onItem().ifNull().failWith(() -> unknown("/partId", "part"));
    }

    /**
     * Where a part was taken from: the given place, or the technician's own van.
     *
     * @param given null if the technician said nothing
     */
    static Uni<UUID> place(Tx tx, UUID given, UUID technicianId) {
        return given == null ? van(tx, technicianId) : known(tx, given);
    }

    private static Uni<UUID> known(Tx tx, UUID id) {
        return tx.session()
                .find(StockPlace.class, id)
                .onItem()
                .ifNull()
                .failWith(() -> unknown("/stockLocationId", "stock location"))
                .map(place -> place.locationId);
    }

    private static Uni<UUID> van(Tx tx, UUID technicianId) {
        return tx.session()
                .createSelectionQuery("""
                        select locationId from StockPlace where technicianId = :technician and kind = 'VEHICLE'
                         order by locationId""", UUID.class)
                .setParameter("technician", technicianId)
                .setMaxResults(1)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(() -> new Refusal.RuleViolated(
                                "no-van",
                                "You have no van that parts could come from. Say which stock location it was.")
                        .refused());
    }

    public static Uni<Integer> keep(Tx tx, PartRegistered part) {
        return tx.session()
                .createNativeQuery("""
                        insert into known_part (part_id, part_version, number, name, unit, serialised)
                        values (?1, ?2, ?3, ?4, ?5, ?6)
                        on conflict (part_id) do update set part_version = excluded.part_version,
                          number = excluded.number, name = excluded.name, unit = excluded.unit,
                          serialised = excluded.serialised
                        where known_part.part_version < excluded.part_version""")
                .setParameter(1, part.partId())
                .setParameter(2, part.partVersion())
                .setParameter(3, part.number())
                .setParameter(4, part.name())
                .setParameter(5, part.unit())
                .setParameter(6, part.serialised())
                .executeUpdate();
    }

    public static Uni<Integer> keep(Tx tx, StockLocationRegistered place) {
        return tx.session()
                .createNativeQuery("""
                        insert into stock_place (location_id, location_version, kind, name, technician_id)
                        values (?1, ?2, ?3, ?4, nullif(cast(?5 as uuid), cast(?6 as uuid)))
                        on conflict (location_id) do update set location_version = excluded.location_version,
                          kind = excluded.kind, name = excluded.name, technician_id = excluded.technician_id
                        where stock_place.location_version < excluded.location_version""")
                .setParameter(1, place.locationId())
                .setParameter(2, place.locationVersion())
                .setParameter(3, place.kind())
                .setParameter(4, place.name())
                .setParameter(5, Optional.ofNullable(place.technicianId()).orElse(NOBODY))
                .setParameter(6, NOBODY)
                .executeUpdate();
    }

    private static RuntimeException unknown(String pointer, String what) {
        return Refusal.RuleViolated.at(pointer, "unknown-reference", "There is no such " + what + ".");
    }
}
