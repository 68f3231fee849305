package dev.fieldservice.faults;

import dev.fieldservice.faults.evidence.Databases;
import dev.fieldservice.faults.invariants.Evidence;
import dev.fieldservice.faults.invariants.Invariant;
import dev.fieldservice.faults.invariants.Verdict;
import dev.fieldservice.faults.strikes.Field;
import dev.fieldservice.faults.strikes.Schedule;
import dev.fieldservice.faults.workload.Call.Outcome;
import dev.fieldservice.faults.workload.Calls;
import dev.fieldservice.faults.workload.Opening;
import dev.fieldservice.faults.workload.Phone;
import dev.fieldservice.faults.workload.Play;
import dev.fieldservice.faults.workload.Workload;
import dev.fieldservice.local.LocalStack;
import dev.fieldservice.local.Service;
import dev.fieldservice.players.client.Client;
import dev.fieldservice.players.client.Interrupted;
import dev.fieldservice.players.client.KeycloakAdmin;
import dev.fieldservice.players.client.Mailbox;
import dev.fieldservice.players.client.SignIn;
import dev.fieldservice.players.client.Transport;
import dev.fieldservice.players.company.Company;
import dev.fieldservice.players.company.Office;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/** People work, faults strike, and when all is over somebody looks whether everything is as it must be. */
public final class FaultRun {

    /** What was in the hands of a process that was killed is taken up again after a minute and a half. */
    private static final Duration DRAINING = Duration.ofMinutes(4);

    /** What is due in a moment would change what is looked at. */
    private static final String TO_BE_DONE =
            "select count(*) from errand where not repeating and state = 'WAITING' and due <= now() + interval '10 seconds'";

    private static final String MAILS_READ =
            "select count(distinct message_id) from incoming_mail where state <> 'ARRIVED'";

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final long LONGEST_REST_MINUTES = 12;

    private final LocalStack stack;
    private final Settings settings;
    private final PrintStream out;
    private final long began = System.nanoTime();
    private volatile IntSupplier cyclesEnded = () -> 0;

    /**
     * @param seed gives the schedule and what each cycle does
     * @param atLeast how long faults strike; each strikes once even if that takes longer
     * @param cycles how many are played at least
     * @param technicians who work, each with a van of their own
     * @param atOnce how many of them work at the same time
     */
    public record Settings(long seed, Duration atLeast, int cycles, int technicians, int atOnce) {}

    /** What there is to say afterwards. */
    public record Report(int cycles, List<Verdict> verdicts, Evidence evidence) {
        public boolean isKept() {
            return verdicts.stream().allMatch(Verdict::isKept);
        }
    }

    public FaultRun(LocalStack stack, Settings settings, PrintStream out) {
        this.stack = stack;
        this.settings = settings;
        this.out = out;
    }

    public Report play(Schedule schedule) throws InterruptedException {
        tell("seed " + settings.seed());
        Transport http = new Client();
        SignIn signIn = new SignIn(stack.address(), http);
        KeycloakAdmin keycloak = new KeycloakAdmin(stack.address(), http, signIn);
        Calls calls = new Calls();
        Phone phone = new Phone(http, stack.address(), signIn, calls);
        Company company = Opening.of(new Office(phone), keycloak, settings.technicians());
        tell("the company is open: " + settings.technicians() + " technicians, " + settings.atOnce()
                + " at work at once");
        Play play = new Play(
                phone,
                company,
                settings.atOnce(),
                Optional.of(new Mailbox(stack.address().imapPort())));
        Field field = Field.of(stack, http, signIn, keycloak, phone, company, calls, settings.seed(), this::tell);
        try (Workload workload = new Workload(play, settings.seed(), settings.cycles())) {
            cyclesEnded = workload::ended;
            workload.start();
            schedule.run(field, settings.atLeast());
            tell("no more faults");
            workload.endAfterThese();
            boolean isOver = workload.awaitEnd(LONGEST_REST_MINUTES);
            drain(field, play);
            new Sweep(field.databases()).now();
            tell("swept");
            List<String> failures = new ArrayList<>(schedule.failures());
            failures.addAll(workload.failures());
            if (!isOver) {
                failures.add("cycles did not come to their end in " + LONGEST_REST_MINUTES + " minutes");
            }
            return report(schedule, workload, field, Evidence.after(field, play, failures));
        }
    }

    /** Nothing is on its way any more, or it is stuck: the invariants will say so. */
    private void drain(Field field, Play play) {
        long end = System.nanoTime() + DRAINING.toNanos();
        while (Databases.services().stream()
                        .anyMatch(service -> field.broker().lag(service) > 0
                                || field.databases().number(service, "select count(*) from outbox") > 0
                                || field.databases().number(service, TO_BE_DONE) > 0
                                || field.databases().number(Service.TICKET, MAILS_READ)
                                        < play.written().size())
                && System.nanoTime() < end) {
            Interrupted.pause(BETWEEN_LOOKS);
        }
        tell("drained");
    }

    private Report report(Schedule schedule, Workload workload, Field field, Evidence evidence) {
        out.printf(
                "%nSeed %d: %d cycles begun, %d came to their end, in %.0f s%n",
                settings.seed(), workload.begun(), workload.ended(), seconds());
        Calls calls = field.calls();
        out.printf(
                "Commands: %d ok, %d refused, %d never answered; %d times nobody knew and it was repeated%n",
                calls.count(Outcome.OK), calls.count(Outcome.REFUSED), calls.count(Outcome.UNKNOWN), calls.unknowns());
        out.println("Answers by status, reads too: " + new java.util.TreeMap<>(calls.answers()));
        out.println("Faults:");
        schedule.struck().forEach((fault, times) -> out.printf("  %3d × %s%n", times, fault));
        out.println("Invariants:");
        List<Verdict> verdicts = Invariant.ALL.stream()
                .map(invariant -> invariant.verdict(evidence))
                .toList();
        verdicts.forEach(out::println);
        schedule.struck().entrySet().stream()
                .filter(fault -> fault.getValue() == 0)
                .forEach(fault -> out.println("Never struck, since nobody came by: " + fault.getKey()));
        Report report = new Report(workload.ended(), verdicts, evidence);
        if (!report.isKept()) {
            out.println("Logs of the services: " + keepLogs());
        }
        return report;
    }

    /** Out of the folder that is deleted with the stack. */
    private Path keepLogs() {
        Path kept = Path.of("target", "faults", "seed-" + settings.seed()).toAbsolutePath();
        try (Stream<Path> logs = Files.list(stack.logs())) {
            Files.createDirectories(kept);
            for (Path log : logs.toList()) {
                Files.copy(log, kept.resolve(log.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
            return kept;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tell(String what) {
        out.println(String.format(Locale.ROOT, "%7.1f s %5d cycles  %s", seconds(), cyclesEnded.getAsInt(), what));
    }

    private double seconds() {
        return (System.nanoTime() - began) / 1e9;
    }
}
