package dev.fieldservice.systemtests.faults.workload;

import dev.fieldservice.players.client.Interrupted;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.systemtests.faults.workload.Company.Technician;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** What all cycles share: the phone, the company, the calendar, and what the checker has to know afterwards. */
public final class Play {

    private static final Duration VISIT = Duration.ofMinutes(30);
    private static final Duration WAIT_FOR_ALL = Duration.ofSeconds(90);

    private final Phone phone;
    private final Company company;
    private final Semaphore busy;
    private final CyclicBarrier lastPart;
    private final Instant firstSlot =
            Instant.now().truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.DAYS);
    private final Map<Technician, AtomicInteger> slots = new ConcurrentHashMap<>();
    private final Queue<TakenAway> takenAway = new ConcurrentLinkedQueue<>();
    private final AtomicInteger atOnceForTheLastPart = new AtomicInteger();

    /** A job that was on somebody's phone and must not be there any more. */
    public record TakenAway(String order, Player from) {}

    record Slot(Instant start, Instant end) {

        /** Not the same, and yet not possible beside it. */
        Slot overlapping() {
            return new Slot(start.plus(10, ChronoUnit.MINUTES), end.plus(10, ChronoUnit.MINUTES));
        }

        String json() {
            return "{\"start\": \"" + start + "\", \"end\": \"" + end + "\"}";
        }
    }

    /** @param busyAtOnce how many jobs are being done at the same time; the others wait for their turn */
    public Play(Phone phone, Company company, int busyAtOnce) {
        this.phone = phone;
        this.company = company;
        this.busy = new Semaphore(busyAtOnce);
        this.lastPart = new CyclicBarrier(Math.max(1, company.technicians().size()));
    }

    public Phone phone() {
        return phone;
    }

    public Company company() {
        return company;
    }

    /** The next free hour of a technician, with room for what overlaps it. */
    Slot nextSlot(Technician technician) {
        int number = slots.computeIfAbsent(technician, someone -> new AtomicInteger())
                .getAndIncrement();
        Instant start = firstSlot.plus(VISIT.multipliedBy(2L * number));
        return new Slot(start, start.plus(VISIT));
    }

    void takeTurn() {
        busy.acquireUninterruptibly();
    }

    void endTurn() {
        busy.release();
    }

    /** Returns when all technicians stand before the shelf, or some of them have been held up for too long. */
    void meetAtTheShelf() {
        endTurn();
        try {
            lastPart.await(WAIT_FOR_ALL.toSeconds(), TimeUnit.SECONDS);
            atOnceForTheLastPart.incrementAndGet();
        } catch (BrokenBarrierException | TimeoutException someAreLate) {
            // those who are there take it all the same
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted();
        } finally {
            takeTurn();
        }
    }

    /** How many jobs asked for the last part at one moment. */
    public int atOnceForTheLastPart() {
        return atOnceForTheLastPart.get();
    }

    void tookAway(String order, Player from) {
        takenAway.add(new TakenAway(order, from));
    }

    public List<TakenAway> takenAway() {
        return List.copyOf(takenAway);
    }
}
