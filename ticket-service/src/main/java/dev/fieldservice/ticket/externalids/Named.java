package dev.fieldservice.ticket.externalids;

import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;

/** Those whom other systems name. */
public enum Named {
    CUSTOMER("customer_external_id"),
    SERVICE_LOCATION("service_location_external_id");

    private static final String HELD = """
            select count(*) from (select pg_advisory_xact_lock(hashtextextended(key, 23))
                                    from (select key from unnest(cast(:keys as text[])) key order by key) ordered) held""";

    private final String owner;

    Named(String table) {
        this.owner = "select subject_id from " + table + " where key = :key";
    }

    /**
     * Whose it is; empty if it is nobody's. Whoever asks for the same waits for this transaction: of two who enter it at once the
     * second finds what the first has made.
     */
    public Uni<Optional<UUID>> owner(Tx tx, ExternalId id) {
        return hold(tx, List.of(id))
                .chain(() -> tx.session()
                        .createNativeQuery(owner, UUID.class)
                        .setParameter("key", id.key())
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    /** The owner, locked. Who got another id, or handed it over, before they were locked is not the owner any more. */
    public <A extends Aggregate> Uni<Optional<A>> lockedOwner(
            Tx tx, Class<A> type, ExternalId id, BiPredicate<A, ExternalId> isCalled) {
        return owner(tx, id)
                .chain(owner -> owner.map(known -> tx.load(type, known)
                                .chain(found -> isCalled.test(found, id)
                                        ? Uni.createFrom().item(Optional.of(found))
                                        : lockedOwner(tx, type, id, isCalled)))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    /** Whoever asks for one of them waits for this transaction. */
    public Uni<Void> hold(Tx tx, List<ExternalId> ids) {
        return tx.session()
                .createNativeQuery(HELD, Long.class)
                .setParameter(
                        "keys", ids.stream().map(id -> name() + ":" + id.key()).toArray(String[]::new))
                .getSingleResult()
                .replaceWithVoid();
    }

    /** Refused with 409 if it is somebody else's. */
    public Uni<Void> requireFree(Tx tx, ExternalId id, UUID of) {
        return owner(tx, id)
                .invoke(found -> found.filter(other -> !other.equals(of)).ifPresent(other -> {
                    throw taken().refused();
                }))
                .replaceWithVoid();
    }

    public static Refusal taken() {
        return new Refusal.Conflict("external-id-taken", "Another one has this id of that system.");
    }
}
