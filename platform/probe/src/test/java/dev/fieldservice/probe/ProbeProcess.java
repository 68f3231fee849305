package dev.fieldservice.probe;

import dev.fieldservice.local.StartupCache;
import dev.fieldservice.local.StartupCaches;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** The probe as it is packaged, in a process of its own that can be killed. */
public final class ProbeProcess implements AutoCloseable {

    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Path CACHES = Path.of("target", "startup-caches");
    private static final Duration STARTUP = Duration.ofMinutes(2);

    private static final List<String> JAVA_FLAGS = List.of(
            "-Xmx192m",
            "-XX:MaxDirectMemorySize=64m",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED");

    private static final String GROUP = "mp.messaging.connector.smallrye-kafka.group.id";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int port;
    private final Process process;
    private final Path log;

    private ProbeProcess(int port, Process process, Path log) {
        this.port = port;
        this.process = process;
        this.log = log;
    }

    /** Returns when it says that it is ready. */
    public static ProbeProcess start(Map<String, String> settings) {
        return launched(settings, rehearsed(settings).flags());
    }

    /**
     * The startup cache of the local stack, made once for all that start here, as they do little else: a start costs a third of one
     * without. Who is to write it ends in peace, as nobody does who is killed.
     */
    private static synchronized StartupCache rehearsed(Map<String, String> settings) {
        StartupCache cache = new StartupCaches(CACHES).of("probe", JAR, JAVA_FLAGS);
        if (!cache.exists()) {
            Map<String, String> inHaste = new HashMap<>(settings);
            inHaste.put("quarkus.shutdown.delay", "0S");
            try (ProbeProcess rehearsal = launched(inHaste, cache.recordingFlags())) {
                var _ = rehearsal.end();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            cache.keepRecording();
        }
        return cache;
    }

    private static ProbeProcess launched(Map<String, String> settings, List<String> cacheFlags) {
        try {
            int port = freePort();
            Path log = Files.createTempFile("probe", ".log");
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(JAVA_FLAGS);
            command.addAll(cacheFlags);
            command.add("-Dquarkus.http.port=" + port);
            command.add("-D" + GROUP + "=" + group(port));
            settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
            command.addAll(List.of("-jar", JAR.toString()));
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("LOG_JSON", "false");
            Process process = builder.redirectOutput(log.toFile()).start();
            ProbeProcess probe = new ProbeProcess(port, process, log);
            Awaitility.await()
                    .atMost(STARTUP)
                    .pollInterval(Duration.ofMillis(50))
                    .until(probe::isReady);
            return probe;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Its consumer group: one of its own, or whoever starts waits until the broker misses the one that was killed, which takes it six
     * seconds. What the group of a service does then is no matter of what is tested with processes here.
     */
    String group() {
        return group(port);
    }

    private static String group(int port) {
        return "probe-" + port;
    }

    int port() {
        return port;
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public String log() throws IOException {
        return Files.readString(log);
    }

    /** SIGKILL. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** SIGTERM; how long it took until it was gone. */
    Duration end() {
        long asked = System.nanoTime();
        process.destroy();
        process.onExit().join();
        return Duration.ofNanos(System.nanoTime() - asked);
    }

    void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    void thaw() throws IOException, InterruptedException {
        signal("CONT");
    }

    @Override
    public void close() throws IOException {
        kill();
        Files.delete(log);
    }

    private void signal(String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .redirectOutput(new File("/dev/null"))
                .start();
        if (kill.waitFor() != 0) {
            throw new IllegalStateException("kill -" + name + " failed");
        }
    }

    private boolean isReady() throws InterruptedException, IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException("the probe ended:\n" + log());
        }
        HttpRequest health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HTTP.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Below those that an operating system gives to whoever connects: the probe is started on it again and again. */
    private static int freePort() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(20_000, 32_000))
                .filter(ProbeProcess::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket one = new ServerSocket(port)) {
            return one.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
