package dev.fieldservice.workorder.signatures;

import dev.fieldservice.workorder.done.Done;
import dev.fieldservice.workorder.visits.Outcome;
import dev.fieldservice.workorder.workorders.SignatureLookup;
import dev.fieldservice.workorder.workorders.WorkOrder;
import dev.fieldservice.workorder.worktypes.SignatureState;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** How what the customer said last stands to what the job says now. */
@ApplicationScoped
public class LastSignature implements SignatureLookup {

    /** Nothing is read where nobody asks for it, or the customer is to be asked anyway. */
    @Override
    public Uni<SignatureState> of(Mutiny.Session session, WorkOrder order, Outcome ending) {
        return order.fulfilment().hangsOnSignature()
                ? Done.on(session, order.id())
                        .chain(done -> Signatures.last(session, order.id()).map(last -> of(order, done, last, ending)))
                : Uni.createFrom().item(SignatureState.MISSING);
    }

    public static SignatureState of(WorkOrder order, Done done, Optional<Signature> last) {
        return of(order, done, last, null);
    }

    private static SignatureState of(WorkOrder order, Done done, Optional<Signature> last, Outcome ending) {
        return last.filter(said -> order.fulfilment().hangsOnSignature())
                .map(said -> said.standsFor(SigningContent.of(order, done, ending))
                        ? SignatureState.STANDS
                        : SignatureState.OUTDATED)
                .orElse(SignatureState.MISSING);
    }
}
