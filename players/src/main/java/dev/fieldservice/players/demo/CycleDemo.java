package dev.fieldservice.players.demo;

import dev.fieldservice.players.client.Addresses;
import dev.fieldservice.players.client.Api;
import java.io.PrintStream;
import java.time.Duration;

/** {@code ./run demo}: plays the {@link Cycle} and tells it step by step. */
public final class CycleDemo {

    private CycleDemo() {}

    /** @return the exit code: 0 when everything went as it should */
    public static int play(Addresses addresses, PrintStream out) {
        long began = System.nanoTime();
        Story story = new Story(out);
        Api api = new Api(addresses);
        Company company = new Company(api, story);
        Cycle cycle = new Cycle(api, story, company, new Mailbox(addresses.imapPort()));
        try {
            company.isReady();
            cycle.play();
            out.printf(
                    "%nFrom the call to the closed ticket in %.1f s: ticket %s, invoice %s%n",
                    Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0, cycle.ticket(), cycle.invoice());
            return 0;
        } catch (RuntimeException e) {
            out.printf("%nThe cycle did not come to its end.%n%s%n", e.getMessage());
            return 1;
        }
    }
}
