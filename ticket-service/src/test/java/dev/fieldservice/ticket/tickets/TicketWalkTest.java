package dev.fieldservice.ticket.tickets;

import dev.fieldservice.ticket.tickets.TicketWalk.News;
import dev.fieldservice.ticket.tickets.TicketWalk.Tap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;

/** Whatever people do and whatever is heard, in any order and more than once: the ticket goes where the model goes, and ends. */
class TicketWalkTest {

    @Property(tries = 300)
    void aTicketFollowsTheModelOnEveryWayAndIsNeverStuck(@ForAll("ways") ActionChain<TicketWalk> way) {
        way.run().hearTheRest();
    }

    @Provide
    Arbitrary<ActionChain<TicketWalk>> ways() {
        Action.Independent<TicketWalk> taps =
                () -> Arbitraries.of(Tap.class).map(tap -> Transformer.mutate(tap.name(), walk -> walk.tap(tap)));
        Action.Independent<TicketWalk> news = () -> Combinators.combine(
                        Arbitraries.of(News.class), Arbitraries.integers().between(0, 11))
                .as((what, order) -> Transformer.mutate(what + " of order " + order, walk -> walk.hear(what, order)));
        return ActionChain.startWith(TicketWalk::new)
                .withAction(taps)
                .withAction(news)
                .withMaxTransformations(30);
    }
}
