package dev.fieldservice.bench.stack;

import dev.fieldservice.bench.measure.Unmeasurable;
import dev.fieldservice.local.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the services cost the machine; the embedded servers and the load driver are not counted. */
public final class OurProcesses {

    private OurProcesses() {}

    /** Processor time of all services together since they were started. */
    public static Duration cpu() {
        return all().stream()
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    public static Duration cpu(Service service) {
        return of(service)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow(() -> new Unmeasurable(service.module() + " does not run"));
    }

    /** Resident set of all of them together. */
    public static long residentBytes() {
        return all().stream().mapToLong(OurProcesses::residentBytes).sum();
    }

    public static int count() {
        return all().size();
    }

    public static boolean runs(Service service) {
        return of(service).isPresent();
    }

    /** The command it was started with, up to and without the jar. */
    public static List<String> java(Service service) {
        var info = of(service)
                .orElseThrow(() -> new Unmeasurable(service.module() + " does not run"))
                .info();
        var flags = Arrays.stream(info.arguments().orElseThrow())
                .takeWhile(argument -> !argument.equals("-jar"))
                .toList();
        return java.util.stream.Stream.concat(info.command().stream(), flags.stream())
                .toList();
    }

    private static List<ProcessHandle> all() {
        return Arrays.stream(Service.values())
                .map(OurProcesses::of)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<ProcessHandle> of(Service service) {
        var jar = Path.of(service.module(), "target", "quarkus-app", "quarkus-run.jar");
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().arguments().stream()
                        .flatMap(Arrays::stream)
                        .anyMatch(argument -> Path.of(argument).endsWith(jar)))
                .findFirst();
    }

    private static long residentBytes(ProcessHandle process) {
        try {
            var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid())).start();
            var kilobytes = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return Long.parseLong(kilobytes) * 1024;
        } catch (IOException | NumberFormatException e) {
            throw new Unmeasurable("ps does not tell the memory of a process: " + e.getMessage(), e);
        }
    }
}
