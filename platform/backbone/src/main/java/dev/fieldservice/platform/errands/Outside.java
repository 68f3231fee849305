package dev.fieldservice.platform.errands;

import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * A job that reaches outside: a mail, a call, a document. It is prepared in one transaction, acted on while no row is
 * locked, and recorded in another one. A crash in between repeats the act, which therefore has to carry an id that the other
 * side knows again.
 *
 * @param <P> all that the act needs
 * @param <R> what came of it
 */
public non-sealed interface Outside<C, P, R> extends Handling<C> {

    /** Decides by what is known now; empty if there is nothing left to do, which ends the job. */
    Uni<Optional<P>> prepare(Tx tx, Errand<C> errand);

    /** Broken off after the policy's patience. Fails with {@link FinalFailure} if trying again will not help. */
    Uni<R> act(P prepared);

    Uni<Next> record(Tx tx, Errand<C> errand, R result);
}
