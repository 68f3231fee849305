package dev.fieldservice.workorder.workorders;

import static net.jqwik.api.Combinators.combine;

import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;

/** Whatever technicians, dispatch and reviewers do, in any order: the work order goes where the model goes. */
class WorkOrderWalkTest {

    @Property(tries = 300)
    void aWorkOrderFollowsTheModelOnEveryWay(@ForAll("ways") ActionChain<WorkOrderWalk> way) {
        way.run();
    }

    @Provide
    Arbitrary<ActionChain<WorkOrderWalk>> ways() {
        return ActionChain.startWith(WorkOrderWalk::new)
                .withAction(12, steps())
                .withAction(8, records())
                .withAction(3, decisions())
                .withAction(3, reviews())
                .withAction(2, returns())
                .withMaxTransformations(40);
    }

    private static Action.Independent<WorkOrderWalk> steps() {
        return () -> combine(Arbitraries.of(WorkOrderWalk.STEPS), upTo(2))
                .as((step, who) -> does(step + " by " + who, walk -> walk.step(step, who)));
    }

    private static Action.Independent<WorkOrderWalk> records() {
        return () -> combine(Arbitraries.of("use", "reverse", "reverse", "time", "approver", "sign"), upTo(2))
                .as((what, who) -> does(what + " by " + who, walk -> {
                    switch (what) {
                        case "use" -> walk.usePart(who);
                        case "reverse" -> walk.reverse(who);
                        case "time" -> walk.recordTime(who);
                        case "approver" -> walk.nameApprover(who);
                        default -> walk.sign();
                    }
                }));
    }

    /** Older, repeated and newer ones. */
    private static Action.Independent<WorkOrderWalk> decisions() {
        return () -> combine(upTo(2), Arbitraries.integers().between(0, 7), upTo(1), Arbitraries.of(-1, 0, 1, 1, 1, 2))
                .as((visit, crew, window, newer) -> crew == 0
                        ? does("unassign visit %d, %d".formatted(visit, newer), walk -> walk.unassign(visit, newer))
                        : does(
                                "assign visit %d to %d in window %d, %d".formatted(visit, crew, window, newer),
                                walk -> walk.assign(visit, crew, window, newer)));
    }

    private static Action.Independent<WorkOrderWalk> reviews() {
        return () -> combine(Arbitraries.integers().between(0, 6), Arbitraries.of("send-back", "approve", "waive"))
                .as((who, what) -> does(what + " by " + who, walk -> {
                    if (what.equals("send-back")) {
                        walk.sendBack(who);
                    } else {
                        walk.approve(who, what.equals("waive"));
                    }
                }));
    }

    private static Action.Independent<WorkOrderWalk> returns() {
        return () -> Arbitraries.of("comes back", "comes back", "comes late", "stays as it was")
                .map(what -> does(what, walk -> {
                    switch (what) {
                        case "comes back" -> walk.comesBack();
                        case "comes late" -> walk.comesBackLate();
                        default -> walk.staysAsItWas();
                    }
                }));
    }

    private static Arbitrary<Integer> upTo(int most) {
        return Arbitraries.integers().between(0, most);
    }

    private static Transformer<WorkOrderWalk> does(String what, Consumer<WorkOrderWalk> step) {
        return Transformer.mutate(what, step);
    }
}
