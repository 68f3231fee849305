package dev.fieldservice.platform.housekeeping;

import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.errands.InTransaction;
import dev.fieldservice.platform.errands.Next;
import dev.fieldservice.platform.errands.Policy;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** The hourly clean-up: deletes idempotency keys and inbox rows that are older than is promised. */
@ApplicationScoped
public class Housekeeping implements InTransaction<Housekeeping.Nothing> {

    private static final Duration EVERY = Duration.ofHours(1);

    /** So many at once, or the transaction would outlast its time limit after a long absence. */
    private static final int AT_ONCE = 20_000;

    private static final String OLD_KEYS = """
            delete from idempotency where ctid = any (array(
                select ctid from idempotency where created_at < ?1 order by created_at limit ?2))""";

    private static final String OLD_EVENTS = """
            delete from inbox where ctid = any (array(
                select ctid from inbox where received_at < ?1 order by received_at limit ?2))""";

    /** How long what was seen is remembered. */
    @ConfigMapping(prefix = "fieldservice.keep")
    public interface Config {

        /** Answers by idempotency key; longer than any phone stays without network. */
        @WithDefault("P30D")
        Duration idempotencyKeys();

        /** Ids of events that took effect; longer than the topics' retention. */
        @WithDefault("P60D")
        Duration inbox();
    }

    /** There is nothing to know. */
    public record Nothing() {}

    private final Config config;

    public Housekeeping(Config config) {
        this.config = config;
    }

    @Override
    public Class<Nothing> content() {
        return Nothing.class;
    }

    @Override
    public Policy policy() {
        return Policy.repeating(Policy.Repetition.PER_SERVICE);
    }

    @Override
    public Uni<Next> carryOut(Tx tx, Errand<Nothing> errand) {
        return forget(tx, OLD_KEYS, config.idempotencyKeys())
                .chain(keys -> forget(tx, OLD_EVENTS, config.inbox()).map(events -> Math.max(keys, events)))
                .map(most -> Next.again(
                        most < AT_ONCE ? tx.by().at().plus(EVERY) : tx.by().at()));
    }

    private static Uni<Integer> forget(Tx tx, String sql, Duration age) {
        return tx.session()
                .createNativeQuery(sql)
                .setParameter(1, tx.by().at().minus(age))
                .setParameter(2, AT_ONCE)
                .executeUpdate();
    }
}
