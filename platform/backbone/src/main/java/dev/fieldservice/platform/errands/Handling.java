package dev.fieldservice.platform.errands;

import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;

/**
 * The handler of a kind of job.
 *
 * @param <C> what is written with a job, as JSON; what one version of the service wrote, the next or the one before must read
 */
public sealed interface Handling<C> permits InTransaction, Outside {

    Class<C> content();

    Policy policy();

    /** Runs in the transaction that puts it off after a failure that may pass. */
    default Uni<Void> putOff(Tx tx, Errand<C> errand, String why) {
        return Uni.createFrom().voidItem();
    }

    /** Runs in the transaction that gives the job up, so that whoever waits for it learns of it. */
    default Uni<Void> gaveUp(Tx tx, Errand<C> errand, String why) {
        tx.note(errand.subject(), "ERRAND_GIVEN_UP", why);
        return Uni.createFrom().voidItem();
    }
}
