package dev.fieldservice.systemtests.apilint;

import dev.fieldservice.local.Port;
import dev.fieldservice.local.StackAddress;
import dev.fieldservice.local.servers.Ports;
import dev.fieldservice.players.client.Api;
import dev.fieldservice.players.client.Call;
import dev.fieldservice.players.client.Client;
import dev.fieldservice.players.client.SignIn;
import dev.fieldservice.players.client.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/**
 * Stands between a client and the gateway and holds every exchange against a document. Calls must come one at a time, so
 * that what it finds can be told of the call it belongs to.
 */
final class Prism implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Pattern CALL = Pattern.compile(".*\\[HTTP SERVER] (\\w+ \\S+) .*Request received.*");
    private static final Pattern VIOLATION = Pattern.compile(".*Violation: ((request|response).*)");

    private final Process process;
    private final Path log;
    private final int port = Ports.free();

    Prism(Path document, StackAddress stack) {
        try {
            log = Files.createTempFile(Tools.FOLDER, "prism", ".log");
            process = Tools.command(
                            "prism",
                            "proxy",
                            document.toString(),
                            stack.gateway().toString(),
                            "--host",
                            StackAddress.HOST,
                            "--port",
                            Integer.toString(port))
                    .start(log);
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await()
                .atMost(START)
                .until(() -> Files.readString(log).contains("Prism is listening") || !process.isAlive());
        if (!process.isAlive()) {
            throw new IllegalStateException("Prism does not start:\n" + lines());
        }
    }

    /** The same stack with this proxy in the gateway's place. */
    StackAddress before(StackAddress stack) {
        Map<Port, Integer> ports = new EnumMap<>(stack.ports());
        ports.put(Port.GATEWAY, port);
        return new StackAddress(ports);
    }

    /**
     * The API through this proxy, but for files that are sent, which it would take for text and break, and for the page that customers
     * open by its address, of which no client needs a description.
     */
    Api api(StackAddress stack) {
        Client client = new Client();
        StackAddress through = before(stack);
        String own = through.gateway().toString();
        Transport past = call -> client.send(
                isFile(call) || isPage(call)
                        ? new Call(
                                call.method(),
                                URI.create(call.uri()
                                        .toString()
                                        .replace(own, stack.gateway().toString())),
                                call.headers(),
                                call.body())
                        : call);
        return new Api(past, new SignIn(through, client), through.gateway());
    }

    private static boolean isFile(Call call) {
        return call.method().equals("PUT")
                && !call.headers().getOrDefault("Content-Type", "").contains("json");
    }

    private static boolean isPage(Call call) {
        return call.uri().getPath().equals("/v1/visit-confirmation");
    }

    /** Where answers differ from the document, each with its call. */
    List<String> wrongAnswers() {
        return violations("response");
    }

    /** Where requests differ from the document; of those that were carried out there should be none. */
    List<String> wrongRequests() {
        return violations("request");
    }

    /** How many calls it has seen. */
    long calls() {
        return lines().stream().filter(line -> CALL.matcher(line).matches()).count();
    }

    private List<String> violations(String of) {
        List<String> found = new ArrayList<>();
        String call = "";
        for (String line : lines()) {
            Matcher isCall = CALL.matcher(line);
            Matcher isViolation = VIOLATION.matcher(line);
            if (isCall.matches()) {
                call = isCall.group(1);
            } else if (isViolation.matches() && isViolation.group(2).equals(of)) {
                found.add(call + ": " + isViolation.group(1));
            }
        }
        return found;
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        Command.end(process);
    }
}
