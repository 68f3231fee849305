package dev.fieldservice.inventory.parts;

import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;

/** The rule that of a serialised part all stock has serial numbers, from the moment on at which it becomes one. */
final class StockWithoutSerials {

    private static final String FIRST = """
            select coalesce(place.name, 'Unknown location ' || level.location_id) || ': ' || level.on_hand || ' ' || level.unit
                   || ' in stock, ' || known.pieces || ' serial numbers known.'
              from stock_level level
              left join stock_location place on place.id = level.location_id
              cross join lateral (select count(*) as pieces from piece
                                   where piece.part_id = level.part_id and piece.location_id = level.location_id
                                     and piece.state = 'IN_STOCK') as known
             where level.part_id = :part and greatest(level.on_hand, 0) <> known.pieces
             order by level.location_id
             limit 1""";

    private StockWithoutSerials() {}

    /** Refused with 422 where there is stock whose serial numbers are not known, or where numbers are known of what is gone. */
    static Uni<Void> refuse(Tx tx, Part part, PartDetails details) {
        if (!part.isTurnedSerialisedBy(details)) {
            return Uni.createFrom().voidItem();
        }
        return tx.session()
                .createNativeQuery(FIRST, String.class)
                .setParameter("part", part.id())
                .getSingleResultOrNull()
                .invoke(found -> {
                    if (found != null) {
                        throw Refusal.RuleViolated.at(
                                "/serialised",
                                "stock-without-serial-numbers",
                                found
                                        + " Enter those that are missing (POST /v1/pieces), withdraw those that are gone.");
                    }
                })
                .replaceWithVoid();
    }
}
