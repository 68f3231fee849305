package dev.fieldservice.faults;

import dev.fieldservice.faults.FaultRun.Settings;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/**
 * The command line of {@code ./faults}.
 *
 * @param only strike those faults only whose name contains this
 * @param replicas of each service and of the gateway
 */
record Arguments(Settings settings, String only, int replicas) {

    private static final int CYCLES = 1_000;
    private static final int TECHNICIANS = 64;
    private static final int AT_ONCE = 16;
    private static final int SEEDS = 1_000_000;

    static Arguments parse(String... arguments) {
        long seed = System.currentTimeMillis() % SEEDS;
        Arguments parsed = new Arguments(new Settings(seed, Duration.ZERO, CYCLES, TECHNICIANS, AT_ONCE), "", 1);
        Queue<String> rest = new ArrayDeque<>(List.of(arguments));
        while (!rest.isEmpty()) {
            parsed = parsed.with(rest.remove(), rest);
        }
        return parsed;
    }

    /** @throws IllegalArgumentException when the argument is not known, or has no value that it takes */
    private Arguments with(String name, Queue<String> rest) {
        Settings s = settings;
        return switch (name) {
            case "--seed" ->
                with(new Settings(number(name, rest), s.atLeast(), s.cycles(), s.technicians(), s.atOnce()));
            case "--minutes" ->
                with(new Settings(
                        s.seed(), Duration.ofMinutes(number(name, rest)), s.cycles(), s.technicians(), s.atOnce()));
            case "--cycles" ->
                with(new Settings(s.seed(), s.atLeast(), number(name, rest), s.technicians(), s.atOnce()));
            case "--technicians" ->
                with(new Settings(s.seed(), s.atLeast(), s.cycles(), number(name, rest), s.atOnce()));
            case "--at-once" ->
                with(new Settings(s.seed(), s.atLeast(), s.cycles(), s.technicians(), number(name, rest)));
            case "--only" -> new Arguments(s, value(name, rest), replicas);
            case "--replicas" -> new Arguments(s, only, number(name, rest));
            default ->
                throw new IllegalArgumentException(
                        "Unknown argument " + name + "; there are --seed, --minutes,"
                                + " --cycles, --technicians, --at-once, --replicas (numbers) and --only (part of a fault's name)");
        };
    }

    private Arguments with(Settings chosen) {
        return new Arguments(chosen, only, replicas);
    }

    private static int number(String name, Queue<String> rest) {
        String value = value(name, rest);
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " takes a number, not " + value, e);
        }
    }

    private static String value(String name, Queue<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException(name + " needs a value");
        }
        return rest.remove();
    }
}
