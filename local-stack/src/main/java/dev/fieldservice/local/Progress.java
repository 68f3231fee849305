package dev.fieldservice.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Tells what starts, how long it took, and every now and then what is still awaited. */
final class Progress implements AutoCloseable {

    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final PrintStream out;
    private final long begin = System.nanoTime();
    private final Set<String> awaited = new TreeSet<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("progress").factory());

    Progress(PrintStream out) {
        this.out = out;
        var _ = clock.scheduleAtFixedRate(
                this::tellAwaited, SILENCE.toMillis(), SILENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    void step(String name, Runnable work) {
        begins(name);
        try {
            work.run();
            say("  %-18s ready  %5.1f s".formatted(name, seconds()));
        } finally {
            ends(name);
        }
    }

    synchronized void say(String line) {
        out.println(line);
        out.flush();
    }

    double seconds() {
        return (System.nanoTime() - begin) / 1e9;
    }

    private synchronized void begins(String name) {
        awaited.add(name);
    }

    private synchronized void ends(String name) {
        awaited.remove(name);
    }

    private synchronized void tellAwaited() {
        if (!awaited.isEmpty()) {
            say(String.format(Locale.ROOT, "  … %.0f s, starting: %s", seconds(), String.join(", ", awaited)));
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
