package dev.fieldservice.workorder.workorders;

import dev.fieldservice.workorder.visits.Outcome;
import dev.fieldservice.workorder.worktypes.SignatureState;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds how what the customer said stands to a job, which does not know itself what they were shown. */
@FunctionalInterface
public interface SignatureLookup {

    /** @param ending as which the visit is about to end; null while it goes on */
    Uni<SignatureState> of(Mutiny.Session session, WorkOrder order, Outcome ending);
}
