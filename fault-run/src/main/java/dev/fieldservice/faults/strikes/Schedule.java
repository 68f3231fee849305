package dev.fieldservice.faults.strikes;

import dev.fieldservice.faults.evidence.Databases;
import dev.fieldservice.local.Service;
import dev.fieldservice.players.client.Interrupted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which faults strike in which order and with which pauses: the same for the same seed. */
public final class Schedule {

    private static final Duration SHORTEST_GAP = Duration.ofMillis(500);
    private static final Duration LONGEST_GAP = Duration.ofSeconds(4);
    private static final int TRIES = 3;

    private final long seed;
    private final List<Fault> faults;
    private final Map<String, Integer> struck = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();

    private Schedule(long seed, List<Fault> faults) {
        this.seed = seed;
        this.faults = faults;
    }

    /** Every fault on every service. A new fault is added here. */
    public static Schedule complete(long seed) {
        List<Fault> all = new ArrayList<>();
        Stream.of(Service.values()).map(Kill::new).forEach(all::add);
        Stream.of(Service.values()).map(Leave::new).forEach(all::add);
        all.add(new RollingUpdate());
        all.add(new Freeze(Service.GATEWAY));
        for (Service service : Databases.services()) {
            all.add(new KillBeforeCommit(service));
            all.add(new KillAfterCommit(service));
            all.add(new KillAfterSend(service));
            all.add(new KillAfterEffect(service));
            all.add(new Freeze(service));
            all.add(new FromTheStart(service));
            all.add(new Poison(service));
        }
        all.addAll(List.of(
                new BrokerAway(Duration.ofMinutes(1)),
                new PostgresKilled(),
                new ConnectionsCut(),
                new KeycloakAway(Duration.ofMinutes(1)),
                new KeysRotated(),
                new MailServerGone(false, Duration.ofSeconds(20)),
                new MailServerGone(true, Duration.ofSeconds(70)),
                KillWhileMailing.ofDispatch(),
                KillWhileMailing.ofBilling(),
                new EverythingAgain(),
                new RepairedLater(),
                new ClosedBeforeUsed(),
                new OldAssignment()));
        return new Schedule(seed, all);
    }

    /** One fault of each kind on one service, the waiting cut short. */
    public static Schedule selection(long seed) {
        return new Schedule(
                seed,
                List.of(
                        new Kill(Service.TICKET),
                        new KillBeforeCommit(Service.WORKORDER),
                        new KillAfterSend(Service.WORKORDER),
                        new KillAfterEffect(Service.BILLING),
                        new Poison(Service.INVENTORY),
                        new ConnectionsCut(),
                        new KeysRotated(),
                        new MailServerGone(false, Duration.ofSeconds(20)),
                        KillWhileMailing.ofDispatch(),
                        KillWhileMailing.ofBilling(),
                        new EverythingAgain(),
                        new ClosedBeforeUsed(),
                        new OldAssignment()));
    }

    /** Those whose name contains the text. */
    public Schedule only(String text) {
        return new Schedule(
                seed,
                faults.stream().filter(fault -> fault.name().contains(text)).toList());
    }

    /** Strikes all faults, in an order that the seed gives, again and again until the time is over; each at least once. */
    public void run(Field field, Duration atLeast) {
        long end = System.nanoTime() + atLeast.toNanos();
        int round = 0;
        do {
            List<Fault> order = order(round);
            for (int place = 0; place < order.size() && (round == 0 || System.nanoTime() < end); place++) {
                Random dice = new Random(seed * 31 + round * 1_000L + place);
                Interrupted.pause(field.with(dice).between(SHORTEST_GAP, LONGEST_GAP));
                strike(order.get(place), field.with(dice));
            }
            round++;
        } while (System.nanoTime() < end);
    }

    /** What strikes one after the other in a round. */
    List<Fault> order(int round) {
        List<Fault> order = new ArrayList<>(faults);
        Collections.shuffle(order, new Random(seed + round));
        return order;
    }

    private void strike(Fault fault, Field field) {
        field.out().accept(fault.name());
        try {
            boolean isStruck = false;
            for (int attempt = 0; attempt < TRIES && !isStruck; attempt++) {
                isStruck = fault.strike(field);
            }
            struck.merge(fault.name(), isStruck ? 1 : 0, Integer::sum);
        } catch (Exception e) {
            failures.add(fault.name() + ": " + e);
            field.tell("FAILED: " + e);
        }
    }

    /** How often each fault has struck. */
    public Map<String, Integer> struck() {
        return struck;
    }

    /** Faults after which the system did not come back. */
    public List<String> failures() {
        return failures;
    }
}
