package dev.fieldservice.billing.pricing;

import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** The consumer of what parts are called, so that a price list can be read. */
public final class PartConsumers {

    private static final String KEEP_THE_NEWEST = """
            insert into known_part (part_id, part_version, number, name) values (:id, :version, :number, :name)
            on conflict (part_id) do update
               set part_version = excluded.part_version, number = excluded.number, name = excluded.name
             where known_part.part_version < excluded.part_version""";

    private PartConsumers() {}

    public record PartRegistered(UUID partId, long partVersion, String number, String name) {}

    public static Uni<Integer> keep(Tx tx, PartRegistered part) {
        return tx.session()
                .createNativeQuery(KEEP_THE_NEWEST)
                .setParameter("id", part.partId())
                .setParameter("version", part.partVersion())
                .setParameter("number", part.number())
                .setParameter("name", part.name())
                .executeUpdate();
    }
}
