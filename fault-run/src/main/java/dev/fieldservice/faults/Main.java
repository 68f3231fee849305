package dev.fieldservice.faults;

import dev.fieldservice.faults.FaultRun.Report;
import dev.fieldservice.faults.strikes.Schedule;
import dev.fieldservice.local.LocalStack;
import dev.fieldservice.local.Options;
import dev.fieldservice.local.StackFailure;

/** What {@code ./faults} starts. */
public final class Main {

    private Main() {}

    public static void main(String... arguments) {
        System.exit(run(arguments));
    }

    private static int run(String... arguments) {
        try {
            Arguments chosen = Arguments.parse(arguments);
            Options usual = Options.ephemeral()
                    .withReplicas(chosen.replicas())
                    .withJavaFlags(chosen.flags().toArray(String[]::new))
                    .tellingProgressTo(System.out);
            Options options = chosen.from().map(usual::from).orElse(usual);
            try (LocalStack stack = LocalStack.start(options)) {
                if (chosen.from().isEmpty()) {
                    stack.rehearse(); // who is killed is back as soon as it would be from an image with such a cache
                }
                Schedule schedule = Schedule.complete(chosen.settings().seed()).only(chosen.only());
                Report report = new FaultRun(stack, chosen.settings(), System.out).play(schedule);
                System.out.println(report.isKept() ? "All invariants are kept." : "NOT all invariants are kept.");
                return report.isKept() ? 0 : 1;
            }
        } catch (StackFailure | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return 2;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 2;
        }
    }
}
