package dev.fieldservice.faults.workload;

import dev.fieldservice.players.client.Interrupted;
import dev.fieldservice.players.company.Article;
import dev.fieldservice.players.company.Office;
import dev.fieldservice.players.cycle.Job;
import dev.fieldservice.players.cycle.Step;
import dev.fieldservice.players.forms.JobForms;
import java.time.Duration;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** There is one part on the shelf, and all technicians take it at the same moment. */
final class LastPart implements Step {

    private static final Duration WAIT_FOR_ALL = Duration.ofSeconds(90);

    private final Semaphore busy;
    private final CyclicBarrier shelf;
    private final String place;
    private final String part;
    private final AtomicInteger atOnce = new AtomicInteger();

    /** @param busy given back while waiting, so that the others get there */
    LastPart(Office office, Semaphore busy, int technicians) {
        this.busy = busy;
        this.shelf = new CyclicBarrier(Math.max(1, technicians));
        this.place = office.shelf("Raft comun");
        this.part = office.priced(Article.CIRCUIT_BOARD).get(Article.CIRCUIT_BOARD);
        office.receive(place, part, "1", Article.CIRCUIT_BOARD.unit());
    }

    @Override
    public void play(Job job) {
        meet();
        job.onSite("takes the last one", "parts", JobForms.usageFrom(place, part, "1", Article.CIRCUIT_BOARD.unit()));
        job.addBillable(1);
    }

    /** Returns when all technicians stand before the shelf, or some of them have been held up for too long. */
    private void meet() {
        busy.release();
        try {
            shelf.await(WAIT_FOR_ALL.toSeconds(), TimeUnit.SECONDS);
            atOnce.incrementAndGet();
        } catch (BrokenBarrierException | TimeoutException someAreLate) {
            // those who are there take it all the same
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted();
        } finally {
            busy.acquireUninterruptibly();
        }
    }

    /** How many jobs asked for it at one moment. */
    int atOnce() {
        return atOnce.get();
    }
}
