package dev.fieldservice.players.demo;

import dev.fieldservice.players.client.Addresses;
import dev.fieldservice.players.client.Api;
import dev.fieldservice.players.client.Driver;
import dev.fieldservice.players.client.Mailbox;
import dev.fieldservice.players.cycle.Course;
import dev.fieldservice.players.cycle.Cycle;
import dev.fieldservice.players.cycle.Job;
import dev.fieldservice.players.cycle.Scene;
import dev.fieldservice.players.story.Story;
import dev.fieldservice.players.story.ToldStory;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** {@code ./run demo}: plays the {@link Cycle} and tells it step by step. */
public final class Demo {

    private Demo() {}

    /**
     * @param folder where the customer's PDF and XML are laid
     * @return the exit code: 0 when everything went as it should
     */
    public static int play(Addresses addresses, Path folder, PrintStream out) {
        long began = System.nanoTime();
        try {
            var mailbox = new Mailbox(addresses.imapPort());
            var job = play(new Api(addresses), new ToldStory(out), mailbox, Course.TOLD_BY_MAIL);
            out.printf(
                    "%nFrom the call to the closed ticket in %.1f s: ticket %s, invoice %s%n",
                    Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0, job.ticket(), job.invoice());
            lay(job.papers(), folder, out);
            job.outcome().forEach(line -> out.println("  " + line));
            return 0;
        } catch (RuntimeException e) {
            out.printf("%nThe cycle did not come to its end.%n%s%n", e.getMessage());
            return 1;
        }
    }

    private static void lay(Map<String, byte[]> papers, Path folder, PrintStream out) {
        try {
            Files.createDirectories(folder);
            for (var paper : papers.entrySet()) {
                var name = paper.getKey();
                var file = Files.write(folder.resolve(name), paper.getValue());
                out.printf("  %-8s %s%n", name.substring(name.lastIndexOf('.') + 1), file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The whole cycle on one case: a supermarket calls, or writes, a chiller leaks refrigerant; at the end its invoice is issued, mailed
     * and paid, and the ticket is closed. Everything through the gateway, each step by the person whose job it is.
     */
    public static Job play(Driver driver, Story story, Mailbox mailbox) {
        return play(driver, story, mailbox, Course.TOLD);
    }

    private static Job play(Driver driver, Story story, Mailbox mailbox, Course course) {
        var company = DemoCompany.open(driver, story);
        var calendar = new FreeSlots(driver);
        var scene = new Scene(driver, story, course, calendar::next, Optional.of(mailbox));
        return new Job(scene, company, company.technicians().getFirst()).play(Cycle.WHOLE);
    }
}
