package dev.fieldservice.faults.workload;

import dev.fieldservice.players.client.Mailbox;
import dev.fieldservice.players.company.Company;
import dev.fieldservice.players.company.Office;
import dev.fieldservice.players.company.Technician;
import dev.fieldservice.players.cycle.Course;
import dev.fieldservice.players.cycle.Cycle;
import dev.fieldservice.players.cycle.Job;
import dev.fieldservice.players.cycle.Job.TakenAway;
import dev.fieldservice.players.cycle.Scene;
import dev.fieldservice.players.cycle.Step;
import dev.fieldservice.players.cycle.Turn;
import dev.fieldservice.players.forms.Slot;
import dev.fieldservice.players.story.Story;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** What all cycles share: the phone, the company, the calendar, and what the checker has to know afterwards. */
public final class Play {

    private static final Duration VISIT = Duration.ofMinutes(30);

    private final Phone phone;
    private final Optional<Mailbox> mailbox;
    private final Company company;
    private final Semaphore busy;
    private final LastPart lastPart;
    private final List<Step> withLastPart;
    private final Instant firstSlot =
            Instant.now().truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.DAYS);
    private final Map<Technician, AtomicInteger> slots = new ConcurrentHashMap<>();
    private final Queue<TakenAway> takenAway = new ConcurrentLinkedQueue<>();

    /** Nobody writes mails. */
    public Play(Phone phone, Company company, int busyAtOnce) {
        this(phone, company, busyAtOnce, Optional.empty());
    }

    /**
     * @param busyAtOnce how many jobs are being done at the same time; the others wait for their turn
     * @param mailbox where customers write to
     */
    public Play(Phone phone, Company company, int busyAtOnce, Optional<Mailbox> mailbox) {
        this.phone = phone;
        this.mailbox = mailbox;
        this.company = company;
        this.busy = new Semaphore(busyAtOnce);
        var office = new Office(phone);
        this.lastPart = new LastPart(office, busy, company.technicians().size());
        this.withLastPart = Stream.<List<Step>>of(
                        Cycle.STORE,
                        Cycle.TO_THE_SITE,
                        List.of(lastPart, new KnownLate(office)),
                        Cycle.RECORDS,
                        Cycle.CLOSING,
                        Cycle.MONEY,
                        Cycle.BOOKS,
                        Cycle.AFTERWARDS)
                .flatMap(List::stream)
                .toList();
    }

    /** What a job does follows from the seed. */
    public Job job(Technician technician, long seed, Turn... never) {
        // Alone, Random begins nearly alike with seeds that follow each other: whole runs would have no goodwill
        var dice = new Random(new SplittableRandom(seed).nextLong());
        var course = Course.byChance(dice).without(never);
        var scene = new Scene(new Crowd(phone, dice), Story.UNTOLD, course, this::nextSlot, mailbox);
        return new Job(scene, company, technician);
    }

    /** From the call to the closed ticket, when it is this job's turn. */
    public void play(Job job, boolean isFirstOfTechnician) {
        busy.acquireUninterruptibly();
        try {
            job.play(isFirstOfTechnician ? withLastPart : Cycle.WHOLE);
        } finally {
            busy.release();
            takenAway.addAll(job.takenAway());
        }
    }

    public Company company() {
        return company;
    }

    /** The next free hour of a technician, with room for what overlaps it. */
    private Slot nextSlot(Technician technician) {
        int number = slots.computeIfAbsent(technician, someone -> new AtomicInteger())
                .getAndIncrement();
        return Slot.of(firstSlot.plus(VISIT.multipliedBy(2L * number)), VISIT);
    }

    /** How many jobs asked for the last part at one moment. */
    public int atOnceForTheLastPart() {
        return lastPart.atOnce();
    }

    /** The {@code Message-ID} of every mail that customers wrote. */
    public Set<String> written() {
        return mailbox.map(box -> Set.copyOf(box.delivered())).orElseGet(Set::of);
    }

    public List<TakenAway> takenAway() {
        return List.copyOf(takenAway);
    }
}
