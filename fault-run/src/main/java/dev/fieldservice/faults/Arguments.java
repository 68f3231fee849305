package dev.fieldservice.faults;

import dev.fieldservice.faults.FaultRun.Settings;
import dev.fieldservice.local.Checkout;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Stream;

/**
 * The command line of {@code ./faults}.
 *
 * @param only strike those faults only whose name contains this
 * @param replicas of each service and of the gateway
 * @param from the working copy whose services run until they are upgraded; none if it is this one
 * @param flags of all services, after the usual ones
 */
record Arguments(Settings settings, String only, int replicas, Optional<Checkout> from, List<String> flags) {

    private static final int CYCLES = 1_000;
    private static final int TECHNICIANS = 64;
    private static final int AT_ONCE = 16;
    private static final int SEEDS = 1_000_000;

    static Arguments parse(String... arguments) {
        long seed = System.currentTimeMillis() % SEEDS;
        Arguments parsed = new Arguments(
                new Settings(seed, Duration.ZERO, CYCLES, TECHNICIANS, AT_ONCE), "", 1, Optional.empty(), List.of());
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
            case "--only" -> new Arguments(s, value(name, rest), replicas, from, flags);
            case "--replicas" -> new Arguments(s, only, number(name, rest), from, flags);
            case "--from" -> new Arguments(s, only, replicas, Optional.of(checkout(value(name, rest))), flags);
            case "--set" ->
                new Arguments(
                        s,
                        only,
                        replicas,
                        from,
                        Stream.concat(flags.stream(), Stream.of("-D" + value(name, rest)))
                                .toList());
            default ->
                throw new IllegalArgumentException("Unknown argument " + name + "; there are --seed, --minutes,"
                        + " --cycles, --technicians, --at-once, --replicas (numbers), --only (part of a fault's name),"
                        + " --from (a working copy) and --set (name=value)");
        };
    }

    private Arguments with(Settings chosen) {
        return new Arguments(chosen, only, replicas, from, flags);
    }

    private static Checkout checkout(String folder) {
        return new Checkout(Path.of(folder).toAbsolutePath().normalize());
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
