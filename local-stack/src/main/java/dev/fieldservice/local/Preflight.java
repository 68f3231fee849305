package dev.fieldservice.local;

import dev.fieldservice.local.servers.Ports;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be known to go wrong before anything is started. */
final class Preflight {

    private static final Set<Port> SERVERS = EnumSet.range(Port.KEYCLOAK, Port.IMAP);

    private Preflight() {}

    /** @throws StackFailure naming the modules that are not built */
    static void requireBuilt(Options options) {
        var missing = options.services().stream()
                .filter(service -> Stream.of(options.checkout(), options.earlier())
                        .anyMatch(each -> Files.notExists(each.jar(service))))
                .map(Service::module)
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw new StackFailure("Not built yet: " + String.join(", ", missing)
                    + ". Start with ./run, which builds what is missing, or: mvn package -DskipTests -am -pl "
                    + String.join(",", missing));
        }
    }

    /** @throws StackFailure naming the ports that are taken and how to choose others */
    static void requireFreePorts(Options options) {
        var needed = EnumSet.copyOf(SERVERS);
        options.services().forEach(service -> needed.add(service.port()));
        var taken = needed.stream()
                .filter(port -> !Ports.isFree(options.ports().get(port)))
                .toList();
        if (!taken.isEmpty()) {
            throw new StackFailure("Taken by another program: "
                    + taken.stream()
                            .map(port -> "port " + options.ports().get(port) + " (" + port + ")")
                            .collect(Collectors.joining(", "))
                    + ". Choose other ports, such as "
                    + taken.stream()
                            .map(port -> port.variable() + "=" + Ports.free())
                            .collect(Collectors.joining(" "))
                    + ", or let --free-ports choose");
        }
    }
}
