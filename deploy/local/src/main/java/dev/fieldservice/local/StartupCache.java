package dev.fieldservice.local;

import dev.fieldservice.local.processes.ChildProcess;
import dev.fieldservice.local.processes.ProcessLedger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One jar's ahead-of-time cache. The JVM refuses a file that does not fit and then starts as if there were none. */
record StartupCache(String name, Path jar, List<String> javaFlags, Path file, boolean learn) {

    static final String ENDING = ".aot";

    boolean exists() {
        return Files.exists(file);
    }

    boolean records() {
        return learn && !exists();
    }

    List<String> flags() {
        if (exists()) {
            return List.of("-XX:AOTCache=" + file, "-Xlog:aot=off", "-Xlog:cds=off");
        }
        return learn
                ? List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + recording(), "-Xlog:aot=off")
                : List.of();
    }

    void forget() {
        delete(file);
    }

    /** Ends the recording in the running process, then makes the cache of it in a process of its own. */
    void learnFrom(ChildProcess process, Path log, ProcessLedger ledger, Runnable recorded) {
        var pid = Long.toString(process.handle().pid());
        run(List.of(JdkTool.JCMD.path(), pid, "AOT.end_recording"), log, ledger);
        recorded.run();
        var unfinished = file.resolveSibling(name + ".unfinished");
        var assembly = Stream.of(
                        List.of(JdkTool.JAVA.path()),
                        javaFlags,
                        List.of("-XX:AOTMode=create", "-XX:AOTConfiguration=" + recording()),
                        List.of("-XX:AOTCache=" + unfinished, "-Xlog:aot=off", "-jar", jar.toString()))
                .flatMap(List::stream)
                .toList();
        run(assembly, log, ledger);
        deleteOlder();
        try {
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        delete(recording());
    }

    private Path recording() {
        return file.resolveSibling(name + ".recording");
    }

    private void deleteOlder() {
        try (var caches = Files.newDirectoryStream(file.getParent(), name + "-*" + ENDING)) {
            caches.forEach(StartupCache::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(List<String> command, Path log, ProcessLedger ledger) {
        var tool = ChildProcess.start("startup-cache", command, Map.of(), log, ledger);
        var exitCode = tool.onExit().join().exitValue();
        if (exitCode != 0) {
            throw new StackFailure(command.getFirst() + " ended with exit code " + exitCode + ", see " + log);
        }
    }
}
