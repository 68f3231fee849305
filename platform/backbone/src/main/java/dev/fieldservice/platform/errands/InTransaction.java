package dev.fieldservice.platform.errands;

import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;

/** A job whose whole effect lies in this database: it and the end of the job are one transaction, so it happens once. */
public non-sealed interface InTransaction<C> extends Handling<C> {

    Uni<Next> carryOut(Tx tx, Errand<C> errand);
}
