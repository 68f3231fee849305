package dev.fieldservice.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command line of {@code ./run}. */
record Arguments(boolean help, boolean demo, boolean freePorts, Optional<Path> data, Set<Service> services) {

    static Arguments parse(String... arguments) {
        var rest = new ArrayDeque<>(List.of(arguments));
        var parsed = new Arguments(false, false, false, Optional.empty(), EnumSet.allOf(Service.class));
        while (!rest.isEmpty()) {
            parsed = parsed.and(rest.remove(), rest);
        }
        return parsed;
    }

    private Arguments and(String argument, Queue<String> rest) {
        return switch (argument) {
            case "--help", "-h", "help" -> new Arguments(true, demo, freePorts, data, services);
            case "demo" -> new Arguments(help, true, freePorts, data, services);
            case "--free-ports" -> new Arguments(help, demo, true, data, services);
            case "--data" ->
                new Arguments(help, demo, freePorts, Optional.of(Path.of(value(argument, rest))), services);
            case "--only" -> new Arguments(help, demo, freePorts, data, named(value(argument, rest)));
            default -> throw new StackFailure("Unknown argument " + argument + "\n\n" + usage());
        };
    }

    private static String value(String argument, Queue<String> rest) {
        if (rest.isEmpty()) {
            throw new StackFailure(argument + " needs a value\n\n" + usage());
        }
        return rest.remove();
    }

    private static Set<Service> named(String modules) {
        return modules.equals("none")
                ? Set.of()
                : Stream.of(modules.split(",")).map(Service::named).collect(Collectors.toSet());
    }

    /** The text that {@code ./run --help} prints also before anything is built. */
    static String usage() {
        try (var text = Arguments.class.getResourceAsStream("/usage.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Options options(Map<String, String> environment) {
        var checkout = Checkout.find();
        var folder = data.or(() -> Optional.ofNullable(environment.get("FIELD_SERVICE_DATA"))
                        .map(Path::of))
                .orElseGet(checkout::data);
        return new Options(
                checkout,
                checkout,
                folder.toAbsolutePath().normalize(),
                false,
                freePorts ? Options.freePorts() : Port.from(environment),
                services,
                List.of(),
                1,
                !demo,
                System.out);
    }
}
