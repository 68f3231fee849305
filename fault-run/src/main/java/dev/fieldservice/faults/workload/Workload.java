package dev.fieldservice.faults.workload;

import dev.fieldservice.players.client.Interrupted;
import dev.fieldservice.players.company.Technician;
import dev.fieldservice.players.cycle.Job;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Plays cycles until there are enough of them and somebody says that it is enough: each technician one after the other. */
public final class Workload implements AutoCloseable {

    private final Play play;
    private final long seed;
    private final int cycles;
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicBoolean isEnough = new AtomicBoolean();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();

    public Workload(Play play, long seed, int cycles) {
        this.play = play;
        this.seed = seed;
        this.cycles = cycles;
    }

    public void start() {
        play.company().technicians().forEach(technician -> people.execute(() -> work(technician)));
        people.shutdown();
    }

    private void work(Technician technician) {
        boolean isFirst = true;
        while (begun.get() < cycles || !isEnough.get()) {
            play(technician, begun.incrementAndGet(), isFirst);
            isFirst = false;
        }
    }

    private void play(Technician technician, int number, boolean isFirst) {
        Job job = play.job(technician, seed * 1_000_003 + number);
        try {
            play.play(job, isFirst);
            ended.incrementAndGet();
        } catch (Interrupted brokenOff) {
            failures.add("cycle " + number + " was broken off");
        } catch (RuntimeException e) {
            failures.add(
                    "cycle " + number + " (ticket " + job.ticket() + ", order " + job.order() + "): " + e.getMessage());
        }
    }

    /** No new cycle beyond the number asked for is begun from now on. */
    public void endAfterThese() {
        isEnough.set(true);
    }

    /** False when the time is over before all have come to their end. */
    public boolean awaitEnd(long minutes) throws InterruptedException {
        return people.awaitTermination(minutes, TimeUnit.MINUTES);
    }

    /** Cycles that came from the call to the closed ticket. */
    public int ended() {
        return ended.get();
    }

    public int begun() {
        return begun.get();
    }

    /** Why cycles did not come to their end. */
    public List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void close() {
        people.shutdownNow();
    }
}
