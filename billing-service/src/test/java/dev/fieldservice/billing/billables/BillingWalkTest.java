package dev.fieldservice.billing.billables;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;

/** In whatever order a job's usages, reversals and reports are heard, and whoever settles when: it is billed once, and right. */
class BillingWalkTest {

    @Property(tries = 500)
    void aJobIsBilledOnceAndRightOnEveryWay(@ForAll("ways") ActionChain<BillingWalk> way) {
        way.run().hearTheRest();
    }

    @Provide
    Arbitrary<ActionChain<BillingWalk>> ways() {
        Arbitrary<Integer> usages = Arbitraries.integers().between(0, BillingWalk.USAGES - 1);
        Action.Independent<BillingWalk> uses =
                () -> usages.map(usage -> Transformer.mutate("use " + usage, walk -> walk.use(usage)));
        Action.Independent<BillingWalk> reversals =
                () -> usages.map(usage -> Transformer.mutate("take back " + usage, walk -> walk.takeBack(usage)));
        Action.Independent<BillingWalk> closures = () -> Arbitraries.integers()
                .between(1, 2)
                .map(number -> Transformer.mutate("close " + number, walk -> walk.close(number)));
        Action.Independent<BillingWalk> comesBack = () -> Arbitraries.integers()
                .between(1, 3)
                .map(number -> Transformer.mutate("come back " + number, walk -> walk.comeBack(number)));
        return ActionChain.startWith(BillingWalk::new)
                .withAction(5, uses)
                .withAction(3, reversals)
                .withAction(2, closures)
                .withAction(1, Action.just("settle", Transformer.mutate("settle", BillingWalk::settle)))
                .withAction(1, Action.just("send back", Transformer.mutate("send back", BillingWalk::sendBack)))
                .withAction(1, Action.just("withdraw", Transformer.mutate("withdraw", BillingWalk::withdraw)))
                .withAction(1, comesBack)
                .withMaxTransformations(25);
    }
}
