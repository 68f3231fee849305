package dev.fieldservice.local.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Ends processes: all are asked first, and those that do not listen are killed. */
public record Termination(List<ProcessHandle> processes) {

    public static Termination of(List<ProcessHandle> processes) {
        return new Termination(processes);
    }

    public void within(Duration grace) {
        processes.forEach(ProcessHandle::destroy);
        awaitAll(grace);
        processes.stream().filter(ProcessHandle::isAlive).forEach(Termination::kill);
        awaitAll(grace);
    }

    /** With its own children: nobody would be left to end them. */
    static void kill(ProcessHandle process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** For what Java cannot send. */
    static void signal(ProcessHandle process, String name) {
        try {
            var exit = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("kill -" + name + " " + process.pid() + " ended with " + exit);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending " + name, e);
        }
    }

    private void awaitAll(Duration limit) {
        var exits = processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(exits)
                .completeOnTimeout(null, limit.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
