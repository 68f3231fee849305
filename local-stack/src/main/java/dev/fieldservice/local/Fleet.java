package dev.fieldservice.local;

import dev.fieldservice.local.ServiceProcess.Place;
import dev.fieldservice.local.servers.Ports;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The replicas of each service, and the load balancers before them where there is more than one. */
final class Fleet {

    private final Options options;
    private final StackAddress address;
    private final DataFolder folder;
    private final Map<Service, List<ServiceProcess>> services = new EnumMap<>(Service.class);
    private final List<Balancer> balancers = new ArrayList<>();

    Fleet(Options options, StackAddress address, DataFolder folder) {
        this.options = options;
        this.address = address;
        this.folder = folder;
        options.services().forEach(service -> services.put(service, replicas(service)));
    }

    /** @throws IllegalArgumentException when there is none of it */
    List<ServiceProcess> of(Service service) {
        if (!services.containsKey(service)) {
            throw new IllegalArgumentException("The stack was started without " + service.module());
        }
        return services.get(service);
    }

    List<ServiceProcess> all() {
        return services.values().stream().flatMap(List::stream).toList();
    }

    /** One of each service. */
    List<ServiceProcess> firsts() {
        return services.values().stream().map(List::getFirst).toList();
    }

    /** To be opened before the services start. */
    List<Balancer> balancers() {
        return balancers;
    }

    private List<ServiceProcess> replicas(Service service) {
        int port = address.port(service.port());
        if (options.replicas() == 1) {
            return List.of(replica(service, new Place(service.module(), port, Optional.empty())));
        }
        var balancer = new Balancer(port);
        balancers.add(balancer);
        return IntStream.rangeClosed(1, options.replicas())
                .mapToObj(number -> service.module() + (number == 1 ? "" : "-" + number))
                .map(name -> replica(service, new Place(name, Ports.free(), Optional.of(balancer))))
                .toList();
    }

    private ServiceProcess replica(Service service, Place place) {
        return new ServiceProcess(
                service,
                address,
                place,
                installation(options.earlier(), service, place.name()),
                installation(options.checkout(), service, place.name()));
    }

    private ServiceProcess.Installation installation(Checkout built, Service service, String name) {
        var jar = built.jar(service);
        var cache = new StartupCaches(options.checkout().startupCaches())
                .of(service.module(), jar, ServiceProcess.javaFlags(options.javaFlags()));
        return new ServiceProcess.Installation(
                jar,
                options.javaFlags(),
                cache,
                folder.log(name),
                folder.of("files").resolve(service.module()),
                folder.ledger());
    }
}
