package dev.fieldservice.local;

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

    static final String USAGE =
            """
            ./run [demo] [--data FOLDER] [--free-ports] [--only SERVICES]

              (nothing)         start everything, print where it is, stay up until Ctrl-C
              demo              start everything, play one service case from the call to the invoice, stop
              --data FOLDER     where all data is kept (default .data, or $FIELD_SERVICE_DATA); delete it to begin anew
              --free-ports      any free ports instead of the usual ones
              --only SERVICES   only these services, separated by commas ("none" for just the servers they need)

            Single ports: FIELD_SERVICE_GATEWAY_PORT=9080 ./run, likewise %s.
            """.formatted(Stream.of(Port.values()).skip(1).map(Port::name).collect(Collectors.joining(", ")));

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
            default -> throw new StackFailure("Unknown argument " + argument + "\n\n" + USAGE);
        };
    }

    private static String value(String argument, Queue<String> rest) {
        if (rest.isEmpty()) {
            throw new StackFailure(argument + " needs a value\n\n" + USAGE);
        }
        return rest.remove();
    }

    private static Set<Service> named(String modules) {
        return modules.equals("none")
                ? Set.of()
                : Stream.of(modules.split(",")).map(Service::named).collect(Collectors.toSet());
    }

    Options options(Map<String, String> environment) {
        var checkout = Checkout.find();
        var folder = data.or(() -> Optional.ofNullable(environment.get("FIELD_SERVICE_DATA"))
                        .map(Path::of))
                .orElseGet(checkout::data);
        return new Options(
                checkout,
                folder.toAbsolutePath().normalize(),
                false,
                freePorts ? Options.freePorts() : Port.from(environment),
                services,
                List.of(),
                !demo,
                System.out);
    }
}
