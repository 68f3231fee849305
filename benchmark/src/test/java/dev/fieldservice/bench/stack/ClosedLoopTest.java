package dev.fieldservice.bench.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.fieldservice.bench.measure.Unmeasurable;
import dev.fieldservice.players.client.Call;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is counted was answered as it should be. */
class ClosedLoopTest {

    /** Long enough for many answers, on whatever machine, once everybody is awake. */
    private static final Duration WINDOW = Duration.ofSeconds(1);

    /** Nobody waits for its end, as the first refusal is one. */
    private static final Duration LONG_WINDOW = Duration.ofSeconds(30);

    private static final int REFUSED_FROM = 4;

    private final Queue<String> keys = new ConcurrentLinkedQueue<>();
    private final AtomicInteger visits = new AtomicInteger();
    private final Http http = new Http(4);
    private HttpServer server;
    private Call command;

    @BeforeEach
    void somebodyAnswersUntilItIsTooMuch() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/good", exchange -> {
            keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.createContext("/overrun", exchange -> {
            exchange.sendResponseHeaders(visits.incrementAndGet() < REFUSED_FROM ? 200 : 503, -1);
            exchange.close();
        });
        server.start();
        var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        command =
                Call.of("POST", address, "/good").with("Idempotency-Key", "any").json("{}");
    }

    @AfterEach
    void everythingEnds() {
        http.close();
        server.stop(0);
    }

    @Test
    void eachCommandIsSentUnderAKeyOfItsOwnAndCountedOnce() {
        var _ = http.send(command);
        keys.clear();

        long answered = http.again(command, 3, WINDOW);

        assertThat(answered).isPositive().isBetween(keys.size() - 3L, (long) keys.size());
        assertThat(keys).doesNotHaveDuplicates();
    }

    @Test
    void oneAnswerThatIsNotTheWantedOneAndNothingIsMeasured() {
        var overrun = new Call("POST", command.uri().resolve("/overrun"), command.headers(), command.body());

        assertThatThrownBy(() -> http.again(overrun, 3, LONG_WINDOW))
                .isInstanceOf(Unmeasurable.class)
                .hasMessageContaining("503");
    }
}
