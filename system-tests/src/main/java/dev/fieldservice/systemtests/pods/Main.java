package dev.fieldservice.systemtests.pods;

import dev.fieldservice.players.demo.Demo;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Scanner;

/** What {@code deploy/kubernetes/play} starts, in the root of the checkout. */
public final class Main {

    private static final Path FOLDER = Path.of("target", "pods");

    private Main() {}

    public static void main(String... arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        Optional<String> obstacle = Podman.obstacle();
        if (obstacle.isPresent()) {
            System.err.printf("%n******** NO POD IS PLAYED: %s ********%n%n", obstacle.get());
            return 3;
        }
        try {
            return play(arguments.contains("--stay"));
        } catch (PodsFailure e) {
            System.err.println(e.getMessage());
            return 2;
        }
    }

    private static int play(boolean stays) {
        System.out.println("The pods of deploy/kubernetes/overlays/demo");
        try (RunningPods pods = RunningPods.start(Podman.in(FOLDER), DemoOverlay.build(Path.of("")), System.out)) {
            int played = Demo.play(pods, FOLDER.resolve("demo"), System.out);
            if (stays) {
                System.out.printf("%n%s/docs, demo users at %s; Enter ends all.%n", pods.gateway(), pods.issuer());
                new Scanner(System.in, StandardCharsets.UTF_8).hasNextLine();
            }
            System.out.println("\nThe pods are asked to end");
            List<Ending> endings = pods.end();
            endings.forEach(System.out::println);
            return played == 0 && endings.stream().allMatch(Ending::isClean) ? 0 : 1;
        }
    }
}
