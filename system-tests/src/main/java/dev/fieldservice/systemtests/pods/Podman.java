package dev.fieldservice.systemtests.pods;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The podman of this machine: pods on a network of their own, where each is known by the name of its Service. */
final class Podman {

    /** Where its defaults ask for more than a confined machine gives, or for an init system that is not there. */
    private static final String SETTINGS = """
            [containers]
            default_ulimits = ["nofile=20000:20000", "nproc=20000:20000"]
            [engine]
            cgroup_manager = "cgroupfs"
            runtime = "%s"
            events_logger = "file"
            """;

    private static final String NETWORK = "field-service-demo";

    private final Program program;

    private Podman(Program program) {
        this.program = program;
    }

    /** Why there are no pods on this machine. */
    static Optional<String> obstacle() {
        if (!Program.isInstalled("podman")) {
            return Optional.of("podman is not installed");
        }
        if (!DemoOverlay.canBeBuilt()) {
            return Optional.of("neither kubectl nor kustomize is installed");
        }
        Program.Outcome outcome =
                new Program(List.of("podman"), Map.of()).attempt("", "info", "--format", "{{.Host.Security.Rootless}}");
        if (!outcome.isOk()) {
            return Optional.of("podman does not answer: " + outcome.complaints().strip());
        }
        return outcome.printed().strip().equals("true")
                ? Optional.of("podman runs without root here, and pods are asked at addresses that only root's have")
                : Optional.empty();
    }

    /** @param folder for its settings */
    static Podman in(Path folder) {
        String runtime = Program.isInstalled("runc") ? "runc" : "crun";
        try {
            Path settings = Files.writeString(
                    Files.createDirectories(folder).resolve("containers.conf"), SETTINGS.formatted(runtime));
            return new Podman(new Program(
                    List.of("podman"),
                    Map.of("CONTAINERS_CONF", settings.toAbsolutePath().toString())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String image) {
        return program.attempt("", "image", "exists", image).isOk();
    }

    void makeNetwork() {
        program.run("network", "create", NETWORK);
    }

    /** A Secret as podman reads it: its data without the object around. */
    void keep(JsonNode secret) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        secret.path("data").properties().forEach(entry -> data.set(entry.getKey(), entry.getValue()));
        program.given(data.toString(), "secret", "create", DemoOverlay.name(secret), "-");
    }

    void play(PodOfPodman pod) {
        program.given(
                pod.documents(),
                "kube",
                "play",
                "--network",
                NETWORK + ":alias=" + pod.workload().name(),
                "-");
    }

    /** Whether the containers that stay say so by the workload's own probe; of one that ends, whether it has ended well. */
    boolean isReady(PodOfPodman pod) {
        if (pod.workload().ends()) {
            return state(pod).equals("exited 0 false");
        }
        JsonNode probe = pod.workload().container().path("readinessProbe");
        if (probe.has("exec")) {
            List<String> command = probe.at("/exec/command")
                    .valueStream()
                    .map(JsonNode::asText)
                    .toList();
            return program.attempt("", arguments(List.of("exec", pod.container()), command))
                    .isOk();
        }
        return Reach.answers(address(pod), pod.workload(), probe);
    }

    private static String[] arguments(List<String> first, List<String> then) {
        return Stream.concat(first.stream(), then.stream()).toArray(String[]::new);
    }

    private String address(PodOfPodman pod) {
        String infra = program.run("pod", "inspect", pod.name(), "--format", "{{.InfraContainerID}}")
                .strip();
        return program.run("inspect", infra, "--format", "{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}")
                .strip();
    }

    String logs(PodOfPodman pod) {
        Program.Outcome logs = program.attempt("", "logs", "--tail", "40", pod.container());
        return logs.printed() + logs.complaints();
    }

    /** How it ended, and how long that took. */
    Ending end(PodOfPodman pod) {
        long began = System.nanoTime();
        program.run("pod", "stop", "-t", Integer.toString(pod.workload().graceSeconds()), pod.name());
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        String[] state = state(pod).split(" ");
        return new Ending(pod.workload().name(), Integer.parseInt(state[1]), Boolean.parseBoolean(state[2]), took);
    }

    /** Its state, exit code and whether it was out of memory. */
    private String state(PodOfPodman pod) {
        return program.attempt(
                        "",
                        "inspect",
                        pod.container(),
                        "--format",
                        "{{.State.Status}} {{.State.ExitCode}} {{.State.OOMKilled}}")
                .printed()
                .strip();
    }

    /** Takes away whatever there is of it, of this run or of one that was cut short. */
    void forget(List<PodOfPodman> pods) {
        for (PodOfPodman pod : pods) {
            program.attempt("", "pod", "rm", "-f", pod.name());
        }
        for (PodOfPodman pod : pods) {
            pod.volumes().forEach(volume -> program.attempt("", "volume", "rm", "-f", volume));
            pod.secrets().forEach(secret -> program.attempt("", "secret", "rm", secret));
        }
        program.attempt("", "network", "rm", "-f", NETWORK);
    }
}
