package dev.fieldservice.platform.mail;

import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/**
 * The handler of a kind of mail: what stands in it, and what follows from its being sent or not.
 *
 * @param <C> what is written with the job: rather ids than copies of what may change
 */
public interface MailKind<C> {

    /** With texts in each language that there is; the service does not start without them. */
    List<MailPurpose> purposes();

    Class<C> content();

    /** Decides by what is known when it is about to be sent; empty if it would be wrong by now. */
    Uni<Optional<Mail>> write(Tx tx, Errand<C> errand);

    /** Runs in the transaction that records that the next server has taken it. */
    Uni<Void> sent(Tx tx, Errand<C> errand);

    /** Runs in the transaction that puts it off: it was not taken, and is tried again. */
    default Uni<Void> refused(Tx tx, Errand<C> errand, String why) {
        return Uni.createFrom().voidItem();
    }

    /** Runs in the transaction that gives it up. An administrator may still have it tried again. */
    Uni<Void> failed(Tx tx, Errand<C> errand, String why);
}
