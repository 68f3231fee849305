package dev.fieldservice.workorder.parts;

import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** The copy of inventory's catalogue, parts and the places that hold them; the newest version of each is kept. */
public final class Catalogue {

    private static final UUID NOBODY = new UUID(0, 0);

    private static final String OWN_VAN = "s.technicianId = :technician and s.kind = 'VEHICLE'";

    private static final String SEEN =
            "s.locationId = :where and (s.kind = 'WAREHOUSE' or s.technicianId = :technician)";

    private static final String TAKEN = """
            select p, r, s.locationId,
                   (select u.workOrderId from PartUsage u
                     where u.partId = p.partId and u.tracked and u.state = RECORDED and u.reversalOf is null
                       and u.takenOutBy is null
                       and cast(sql('compared(?) = compared(?)', u.installedSerial, :installed) as Boolean) = true),
                   (select u.workOrderId from PartUsage u
                     where u.removedPartId = r.partId and u.removedTracked and u.state = RECORDED
                       and u.reversalOf is null and u.putInBy is null
                       and cast(sql('compared(?) = compared(?)', u.removedSerial, :removed) as Boolean) = true),
                   (select u.workOrderId from PartUsage u
                     where u.partId = r.partId and u.tracked and u.state = RECORDED and u.reversalOf is null
                       and u.takenOutBy is null
                       and cast(sql('compared(?) = compared(?)', u.installedSerial, :removed) as Boolean) = true)
              from KnownPart p
              left join KnownPart r on r.partId = :cameOut
              left join StockPlace s on %s
             where p.partId = :part
             order by s.locationId""";

    private Catalogue() {}

    public record PartRegistered(
            UUID partId, long partVersion, String number, String name, String unit, boolean serialised) {}

    public record StockLocationRegistered(
            UUID locationId, long locationVersion, String kind, String name, UUID technicianId) {}

    /**
     * A part, and the place it was taken from.
     *
     * @param cameOut the part of the piece that comes out, if one does
     * @param installedOn the work order of the machine that the piece is in already; null if it is in none that is known
     * @param removedOn the work order on which the piece that comes out came out before; null if it did not
     * @param foundOn the work order of the machine that the piece that comes out is in; null if it is in none that is known
     */
    record Taken(KnownPart part, KnownPart cameOut, UUID place, UUID installedOn, UUID removedOn, UUID foundOn) {}

    /**
     * The part, from the given place or from the technician's own van; refused with 422 where inventory has not told of such
     * a part or place, and in the same words where the place is another technician's van, which this one does not
     * see. What is known of its serial numbers is read with it.
     */
    static Uni<Taken> taken(Tx tx, UsePart request, UUID technicianId) {
        UUID place = request.stockLocationId();
        Mutiny.SelectionQuery<Taken> query = tx.session()
                .createSelectionQuery(TAKEN.formatted(place == null ? OWN_VAN : SEEN), Taken.class)
                .setParameter("part", request.partId())
                .setParameter("cameOut", request.partThatCameOut())
                .setParameter(
                        "installed",
                        Optional.ofNullable(request.installedSerial()).orElse(""))
                .setParameter(
                        "removed", Optional.ofNullable(request.removedSerial()).orElse(""))
                .setParameter("technician", technicianId)
                .setMaxResults(1);
        return (place == null ? query : query.setParameter("where", place))
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(() -> unknown("/partId", "part"))
                .invoke(taken -> {
                    if (taken.cameOut == null) {
                        throw unknown("/removedPartId", "part");
                    }
                    if (taken.place == null) {
                        throw place == null ? noVan() : unknown("/stockLocationId", "stock location");
                    }
                });
    }

    /** Those of these parts of which inventory has told. */
    public static Uni<Map<UUID, KnownPart>> known(Tx tx, List<UUID> ids) {
        return tx.session()
                .createSelectionQuery("from KnownPart where partId in :ids", KnownPart.class)
                .setParameter("ids", ids)
                .getResultList()
                .map(parts -> parts.stream().collect(Collectors.toMap(KnownPart::id, Function.identity())));
    }

    private static RuntimeException noVan() {
        return new Refusal.RuleViolated(
                        "no-van", "You have no van that parts could come from. Say which stock location it was.")
                .refused();
    }

    public static Uni<Integer> keep(Tx tx, PartRegistered part) {
        return tx.session()
                .createNativeQuery("""
                    insert into known_part (part_id, part_version, number, name, unit, serialised, numbered)
                    values (?1, ?2, ?3, ?4, ?5, ?6, ?6)
                    on conflict (part_id) do update set part_version = excluded.part_version,
                      number = excluded.number, name = excluded.name, unit = excluded.unit,
                      serialised = excluded.serialised, numbered = known_part.numbered or excluded.serialised
                    where known_part.part_version < excluded.part_version\
                    """)
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
                    where stock_place.location_version < excluded.location_version\
                    """)
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
