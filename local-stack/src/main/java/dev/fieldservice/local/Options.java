package dev.fieldservice.local;

import dev.fieldservice.local.servers.Folders;
import dev.fieldservice.local.servers.Ports;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The options of a stack, from the command line or from a test.
 *
 * @param earlier whose services run until they are upgraded to those of the checkout; most start with these
 * @param data where everything is kept; it may be deleted while the stack is down
 * @param temporary whether the data is deleted when the stack is closed
 * @param services those to start; the servers they need always start
 * @param javaFlags for the services, after the usual ones
 * @param replicas of each service, with a load balancer before them if there is more than one
 * @param rehearse whether to prepare a faster next start in the background
 * @param out where progress is told
 */
public record Options(
        Checkout checkout,
        Checkout earlier,
        Path data,
        boolean temporary,
        Map<Port, Integer> ports,
        Set<Service> services,
        List<String> javaFlags,
        int replicas,
        boolean rehearse,
        PrintStream out) {

    /** A stack of its own beside any other: free ports, a folder that goes away, no output. */
    public static Options ephemeral() {
        var checkout = Checkout.find();
        return new Options(
                checkout,
                checkout,
                Folders.temporary("stack", DataFolder::endLeftovers),
                true,
                freePorts(),
                Set.of(Service.values()),
                List.of(),
                1,
                false,
                new PrintStream(OutputStream.nullOutputStream()));
    }

    static Map<Port, Integer> freePorts() {
        var ports = new EnumMap<Port, Integer>(Port.class);
        while (ports.size() < Port.values().length) {
            var number = Ports.free();
            if (!ports.containsValue(number)) {
                ports.put(Port.values()[ports.size()], number);
            }
        }
        return ports;
    }

    public Options with(Set<Service> only) {
        return new Options(checkout, earlier, data, temporary, ports, only, javaFlags, replicas, rehearse, out);
    }

    public Options withJavaFlags(String... flags) {
        return new Options(
                checkout, earlier, data, temporary, ports, services, List.of(flags), replicas, rehearse, out);
    }

    /** So many of each service and of the gateway. */
    public Options withReplicas(int count) {
        return new Options(checkout, earlier, data, temporary, ports, services, javaFlags, count, rehearse, out);
    }

    /** The services of another working copy, which is built, run until they are upgraded. */
    public Options from(Checkout other) {
        return new Options(checkout, other, data, temporary, ports, services, javaFlags, replicas, rehearse, out);
    }

    /** A mail that was in the hands of a process that was killed is taken up again after 15 s instead of a minute and a half. */
    public Options withShortLeases() {
        return withJavaFlags("-Dfieldservice.mail.patience=PT10S", "-Dfieldservice.errands.lease-margin=PT5S");
    }

    public Options tellingProgressTo(PrintStream stream) {
        return new Options(checkout, earlier, data, temporary, ports, services, javaFlags, replicas, rehearse, stream);
    }
}
