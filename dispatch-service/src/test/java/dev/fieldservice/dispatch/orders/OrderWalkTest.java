package dev.fieldservice.dispatch.orders;

import static net.jqwik.api.Combinators.combine;

import dev.fieldservice.dispatch.orders.TicketTold.Work;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;

/** Dispatchers plan, technicians work, and each hears of the other late: in the end they agree, and no rule was ever broken. */
class OrderWalkTest {

    @Property(tries = 2000)
    void dispatchAndTheFieldAgreeWhenAllIsHeardWhateverWasDoneMeanwhile(@ForAll("ways") ActionChain<OrderWalk> way) {
        way.run().settle();
    }

    @Provide
    Arbitrary<ActionChain<OrderWalk>> ways() {
        Action.Independent<OrderWalk> commands = () -> combine(
                        Arbitraries.of(
                                "assign",
                                "assign",
                                "claim",
                                "plan-visit",
                                "cancel-visit",
                                "unassign",
                                "hold",
                                "resume"),
                        Arbitraries.integers().between(0, 2))
                .as((what, who) -> Transformer.mutate(what + " " + who, walk -> walk.command(what, who)));
        Action.Independent<OrderWalk> steps =
                () -> Arbitraries.of(Field.STEPS).map(step -> Transformer.mutate(step, walk -> walk.step(step)));
        Action.Independent<OrderWalk> news = () -> Arbitraries.integers()
                .between(0, 4)
                .map(topic -> Transformer.mutate("message of topic " + topic, walk -> walk.deliver(topic)));
        Action.Independent<OrderWalk> parked = () -> Arbitraries.integers()
                .between(0, 1)
                .map(topic -> Transformer.mutate("parked of topic " + topic, walk -> walk.park(topic)));
        Action.Independent<OrderWalk> ticket = () -> Arbitraries.frequency(
                        Tuple.of(1, Work.CALLED_OFF), Tuple.of(3, Work.ON_HOLD), Tuple.of(3, Work.WANTED))
                .map(work -> Transformer.mutate("ticket " + work, walk -> walk.ticketSays(work)));
        return ActionChain.startWith(OrderWalk::new)
                .withAction(6, commands)
                .withAction(10, steps)
                .withAction(14, news)
                .withAction(2, parked)
                .withAction(2, ticket)
                .withMaxTransformations(50);
    }
}
