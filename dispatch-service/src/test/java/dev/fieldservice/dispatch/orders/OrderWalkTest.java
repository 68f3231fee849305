package dev.fieldservice.dispatch.orders;

import static net.jqwik.api.Combinators.combine;

import dev.fieldservice.dispatch.orders.TicketTold.Work;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;

/** Dispatchers plan, technicians work, and each hears of the other late: in the end they agree, and no rule was ever broken. */
class OrderWalkTest {

    private static final int ASSIGNED = 0;
    private static final int UNASSIGNED = 1;
    private static final int PROGRESSED = 2;
    private static final int COMPLETED = 3;

    @Property(tries = 2000)
    void dispatchAndTheFieldAgreeWhenAllIsHeardWhateverWasDoneMeanwhile(@ForAll("ways") ActionChain<OrderWalk> way) {
        way.run().settle();
    }

    /** The report of a second visit comes while somebody is believed on the way to the first, who turned back long ago. */
    @Example
    void whatWasDoneMeanwhileIsNotPlannedAnewWhenSomebodyTurnsBack() {
        OrderWalk walk = new OrderWalk();
        walk.command("assign", 0);
        walk.deliver(ASSIGNED);
        walk.command("assign", 2);
        walk.command("unassign", 0);
        walk.command("assign", 0);
        walk.step("travel");
        walk.deliver(ASSIGNED);
        walk.step("turn back");
        walk.deliver(ASSIGNED);
        walk.step("start");
        walk.step("COMPLETE");
        walk.deliver(COMPLETED);
        walk.settle();
    }

    /** Whose crew was changed while somebody was on the way to it is taken by the field for what follows the visit that was done. */
    @Example
    void whatGivesWayToAnotherVisitIsTakenAwayFromThoseWhoWereToldOfItSince() {
        OrderWalk walk = new OrderWalk();
        walk.command("claim", 1);
        walk.command("unassign", 2);
        walk.deliver(ASSIGNED);
        walk.command("assign", 0);
        walk.step("travel");
        walk.step("turn back");
        walk.deliver(ASSIGNED);
        walk.deliver(PROGRESSED);
        walk.command("assign", 0);
        walk.step("start");
        walk.step("INCOMPLETE");
        walk.settle();
    }

    /** A withdrawal overtakes the decision before the last one, which would give the visit that was taken away to somebody again. */
    @Example
    void whatWasTakenAwayByANewerDecisionDoesNotComeBack() {
        OrderWalk walk = new OrderWalk();
        walk.command("assign", 0);
        walk.command("assign", 2);
        walk.command("unassign", 0);
        walk.command("assign", 1);
        walk.deliver(ASSIGNED);
        walk.step("travel");
        walk.park(ASSIGNED);
        walk.deliver(ASSIGNED);
        walk.deliver(PROGRESSED);
        walk.deliver(UNASSIGNED);
        walk.step("turn back");
        walk.deliver(PROGRESSED);
        walk.command("hold", 1);
        walk.settle();
    }

    /** A visit that was planned first is done last: its report is not an older one. */
    @Example
    void whatIsDoneLastIsNewsWhenItWasPlannedFirst() {
        OrderWalk walk = new OrderWalk();
        walk.command("claim", 0);
        walk.command("unassign", 0);
        walk.command("assign", 0);
        walk.park(ASSIGNED);
        walk.command("assign", 2);
        walk.deliver(ASSIGNED);
        walk.park(ASSIGNED);
        walk.step("start");
        walk.deliver(ASSIGNED);
        walk.command("assign", 2);
        walk.park(ASSIGNED);
        walk.deliver(ASSIGNED);
        walk.step("INCOMPLETE");
        walk.deliver(ASSIGNED);
        walk.step("start");
        walk.step("COMPLETE");
        walk.settle();
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
