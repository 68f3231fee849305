package dev.fieldservice.ticket.corrections;

import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.errands.Errands;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.ticket.corrections.Correction.About;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * The queue of what was corrected and is to be told to open tickets. Not in the transaction of the correction itself: a customer
 * may have many of them, and they are locked by those who work on them.
 */
@ApplicationScoped
public class Corrections {

    private final Errands errands;

    public Corrections(Errands errands) {
        this.errands = errands;
    }

    /** The same once more is no correction. */
    public <A extends Aggregate> Uni<Void> follow(Tx tx, A corrected, boolean isChanged, About about, UUID customerId) {
        Correction correction = Correction.of(about, customerId, corrected.id());
        return isChanged
                ? errands.later(
                        tx,
                        correction.errand(),
                        corrected.subject(),
                        correction,
                        tx.by().at())
                : Uni.createFrom().voidItem();
    }
}
