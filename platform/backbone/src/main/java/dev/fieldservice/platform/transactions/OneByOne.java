package dev.fieldservice.platform.transactions;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.function.Function;

/**
 * Loop over many within one transaction, each when the one before is done, as a session takes one question at a time. Hundreds of
 * steps that are chained to one another would run deep into the stack, and an overflow there ends nothing: it would wait for ever.
 */
public final class OneByOne {

    private OneByOne() {}

    /** Ends with the last of them, or with the first that fails. */
    public static <T> Uni<Void> each(Collection<T> all, Function<? super T, Uni<?>> step) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(one -> step.apply(one).replaceWithVoid())
                .onItem()
                .ignoreAsUni();
    }
}
