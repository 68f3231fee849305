package dev.fieldservice.billing.accounts;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Invoices, credit notes, payments and money paid back, set against each other and taken back in whatever order: sums hold. */
class AccountWalkTest {

    @Property(tries = 500)
    void allThatIsOwedPaidAndAllocatedAddsUpAtEachStepAndOnEachDay(@ForAll("ways") List<AccountWalk.Step> way) {
        AccountWalk walk = new AccountWalk();
        way.forEach(walk::take);
    }

    @Provide
    Arbitrary<List<AccountWalk.Step>> ways() {
        Arbitrary<AccountWalk.Kind> kinds = Arbitraries.frequency(
                net.jqwik.api.Tuple.of(4, AccountWalk.Kind.BOOK),
                net.jqwik.api.Tuple.of(8, AccountWalk.Kind.ALLOCATE),
                net.jqwik.api.Tuple.of(2, AccountWalk.Kind.UNDO),
                net.jqwik.api.Tuple.of(1, AccountWalk.Kind.TAKE_BACK),
                net.jqwik.api.Tuple.of(2, AccountWalk.Kind.NEXT_DAY));
        return Combinators.combine(
                        kinds,
                        Arbitraries.integers().between(-20, 20),
                        Arbitraries.integers().between(0, 1000),
                        Arbitraries.integers().between(0, 1000))
                .as(AccountWalk.Step::new)
                .list()
                .ofMaxSize(60);
    }
}
