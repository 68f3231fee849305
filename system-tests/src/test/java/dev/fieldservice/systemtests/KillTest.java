package dev.fieldservice.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.local.LocalStack;
import dev.fieldservice.local.Service;
import dev.fieldservice.local.testing.RunningStack;
import dev.fieldservice.players.client.Api;
import dev.fieldservice.players.client.Mailbox;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.cycle.Job;
import dev.fieldservice.players.demo.Demo;
import dev.fieldservice.players.story.ToldStory;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The cycle comes to its end although each service is killed just when something is about to follow in it. */
@Tag("long")
@ExtendWith(RunningStack.class)
class KillTest {

    @Test
    void whatIsCommittedTakesEffectOnceAlthoughTheServiceIsKilledMeanwhile(LocalStack stack) {
        Api api = new Api(stack.address());

        Job job = Demo.play(
                api, new KillingStory(stack), new Mailbox(stack.address().imapPort()));

        assertThat(api.get(Player.ANA, "/v1/invoices?orderId=" + job.order())
                        .body()
                        .at("/items"))
                .hasSize(1);
        assertThat(api.get(Player.STELA, "/v1/stock-movements?orderId=" + job.order())
                        .body()
                        .at("/items"))
                .hasSize(2);
        List<String> actions = api.get(Player.DANA, "/v1/tickets/" + job.ticket() + "/timeline")
                .body()
                .at("/items")
                .findValuesAsText("action");
        assertThat(actions).containsOnlyOnce("START_WORK", "RESOLVE", "INVOICED", "DRAFT_INVOICE");
    }

    /**
     * Kills (SIGKILL) and restarts each service the first time that something is expected of it by an event: what is in hand as a
     * job waits for the end of its lease.
     */
    private static final class KillingStory extends ToldStory {

        private final LocalStack stack;
        private final Set<Service> killed = EnumSet.noneOf(Service.class);

        KillingStory(LocalStack stack) {
            super(System.out);
            this.stack = stack;
        }

        @Override
        public <T> T follows(String service, String event, String what, Supplier<T> wait) {
            Arrays.stream(Service.values())
                    .filter(known -> known.module().equals(service) && !event.equals("errand") && killed.add(known))
                    .map(stack::service)
                    .forEach(process -> {
                        process.kill();
                        process.start();
                    });
            return super.follows(service, event, what, wait);
        }
    }
}
