package dev.fieldservice.platform.files;

import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.errands.Next;
import dev.fieldservice.platform.errands.Outside;
import dev.fieldservice.platform.errands.Policy;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** Garbage collection, every hour: deletes what nobody refers to. */
@ApplicationScoped
class Sweeping implements Outside<Sweeping.Nothing, Sweeping.Nothing, Integer> {

    private static final Duration EVERY = Duration.ofHours(1);

    /** There is nothing to know. */
    record Nothing() {}

    private final Files files;

    Sweeping(Files files) {
        this.files = files;
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
    public Uni<Optional<Nothing>> prepare(Tx tx, Errand<Nothing> errand) {
        return Uni.createFrom().item(Optional.of(errand.content()));
    }

    @Override
    public Uni<Integer> act(Nothing nothing) {
        return files.sweep();
    }

    @Override
    public Uni<Next> record(Tx tx, Errand<Nothing> errand, Integer swept) {
        Duration pause = swept < Files.SWEPT_AT_ONCE ? EVERY : Duration.ZERO;
        return Uni.createFrom().item(Next.again(tx.by().at().plus(pause)));
    }
}
