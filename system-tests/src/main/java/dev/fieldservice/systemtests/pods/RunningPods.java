package dev.fieldservice.systemtests.pods;

import dev.fieldservice.players.client.Addresses;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Everything of the overlay, as pods of podman on this machine. */
final class RunningPods implements AutoCloseable, Addresses {

    /** The overlay keeps the mailboxes inside; here they are read. */
    private static final int IMAP = 30143;

    /** More at once than there are cores would only make each of them later. */
    private static final int STARTS_AT_ONCE = 2;

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Podman podman;
    private final DemoOverlay overlay;
    private final List<PodOfPodman> pods;
    private final PrintStream out;
    private final long began = System.nanoTime();
    private boolean closed;

    private RunningPods(Podman podman, DemoOverlay overlay, List<PodOfPodman> pods, PrintStream out) {
        this.podman = podman;
        this.overlay = overlay;
        this.pods = pods;
        this.out = out;
    }

    static RunningPods start(Podman podman, DemoOverlay overlay, PrintStream out) {
        Map<String, String> standIns = standIns(podman, overlay);
        List<PodOfPodman> pods = overlay.workloads().stream()
                .map(workload -> PodOfPodman.of(workload, overlay, standIns))
                .toList();
        pods.stream().filter(pod -> pod.workload().name().equals("mail")).forEach(mail -> mail.open(3143, IMAP));
        requireImages(podman, pods);
        podman.forget(pods);
        RunningPods running = new RunningPods(podman, overlay, pods, out);
        Runtime.getRuntime().addShutdownHook(new Thread(running::close));
        try {
            running.start();
            return running;
        } catch (RuntimeException e) {
            running.close();
            throw e;
        }
    }

    /** Images of others that are not here, and cannot be had where no registry is reached. */
    private static Map<String, String> standIns(Podman podman, DemoOverlay overlay) {
        String version = image(overlay.workload("gateway")).replaceFirst(".*:", "");
        Map<String, String> standIns = new TreeMap<>();
        overlay.workloads().stream()
                .filter(workload -> !workload.isOurs() && !workload.ends())
                .filter(workload -> !podman.has(image(workload)))
                .forEach(workload -> standIns.put(
                        image(workload), "localhost/field-service/server-%s:%s".formatted(workload.name(), version)));
        return standIns;
    }

    private static String image(Workload workload) {
        return workload.container().path("image").asText();
    }

    private static void requireImages(Podman podman, List<PodOfPodman> pods) {
        List<String> missing = pods.stream()
                .flatMap(pod -> pod.images().stream())
                .distinct()
                .filter(image -> !podman.has(image))
                .toList();
        if (!missing.isEmpty()) {
            throw new PodsFailure(
                    "There is no image " + String.join(", ", missing) + ": ./images --servers makes them");
        }
    }

    private void start() {
        podman.makeNetwork();
        TreeSet<String> secrets = new TreeSet<>();
        pods.forEach(pod -> secrets.addAll(pod.secrets()));
        secrets.forEach(name -> podman.keep(overlay.one("Secret", name)));
        startAll(pod -> !pod.workload().isOurs() && !pod.workload().ends());
        startAll(pod -> pod.workload().ends()
                || pod.workload().isOurs() && !pod.workload().name().equals("gateway"));
        startAll(pod -> pod.workload().name().equals("gateway"));
    }

    /** What has an end takes longest, and comes first. */
    private void startAll(Predicate<PodOfPodman> which) {
        ExecutorService starters = Executors.newFixedThreadPool(STARTS_AT_ONCE);
        try {
            CompletableFuture.allOf(pods.stream()
                            .filter(which)
                            .sorted(Comparator.comparing(pod -> !pod.workload().ends()))
                            .map(pod -> CompletableFuture.runAsync(() -> start(pod), starters))
                            .toArray(CompletableFuture<?>[]::new))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof PodsFailure failure ? failure : e;
        } finally {
            starters.shutdownNow();
        }
    }

    private void start(PodOfPodman pod) {
        podman.play(pod);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!podman.isReady(pod)) {
            if (System.nanoTime() > end) {
                throw new PodsFailure(pod.workload().name() + " is not ready:\n" + podman.logs(pod));
            }
            pause();
        }
        out.printf(
                "  %-18s %s  %5.1f s%n", pod.workload().name(), pod.workload().ends() ? "done " : "ready", seconds());
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PodsFailure("interrupted", e);
        }
    }

    private double seconds() {
        return (System.nanoTime() - began) / 1e9;
    }

    @Override
    public URI gateway() {
        return URI.create("http://localhost:" + nodePort("gateway"));
    }

    @Override
    public URI issuer() {
        return URI.create(overlay.ofKind("ConfigMap")
                .map(map -> map.at("/data/issuer").asText())
                .filter(issuer -> !issuer.isEmpty())
                .findFirst()
                .orElseThrow());
    }

    @Override
    public int imapPort() {
        return IMAP;
    }

    private int nodePort(String service) {
        return overlay.one("Service", service).at("/spec/ports/0/nodePort").asInt();
    }

    /** Asks all to end, callers before those that they call. */
    List<Ending> end() {
        List<Ending> endings = new ArrayList<>();
        Stream.<Predicate<PodOfPodman>>of(
                        pod -> pod.workload().name().equals("gateway"),
                        pod -> pod.workload().isOurs() && !pod.workload().name().equals("gateway"),
                        pod -> !pod.workload().isOurs() && !pod.workload().ends())
                .forEach(which -> endings.addAll(pods.stream().filter(which).toList().parallelStream()
                        .map(podman::end)
                        .toList()));
        return endings;
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            podman.forget(pods);
        }
    }
}
