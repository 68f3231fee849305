package dev.fieldservice.platform.connections;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** By a clock that only these tests move. */
class HeadPatienceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String GET = "GET /1 HTTP/1.1\r\n\r\n";

    private final EmbeddedChannel connection =
            new EmbeddedChannel(new HeadPatience(PATIENCE), new HttpRequestDecoder(), new CurrentExchange());

    @BeforeEach
    void stopTheClock() {
        connection.freezeTime();
    }

    @AfterEach
    void end() {
        connection.finishAndReleaseAll();
    }

    @Test
    void aHeadThatTricklesIsNotWaitedFor() {
        for (int second = 0; second < PATIENCE.toSeconds(); second++) {
            send("G");
            assertThat(connection.isOpen()).isTrue();
            passes(Duration.ofSeconds(1));
        }
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void norIsOneAfterOtherRequests() {
        send(GET);
        answer();
        passes(PATIENCE.multipliedBy(2));
        send("GET ");
        passes(PATIENCE);
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void aHeadThatStallsForAMomentIsTakenAndItsConnectionKept() {
        send(GET.substring(0, 9));
        passes(PATIENCE.minusMillis(1));
        send(GET.substring(9));
        answer();
        passes(PATIENCE.multipliedBy(2));
        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void aBodyThatEndsAfterItsAnswerIsNoHead() {
        send("POST /1 HTTP/1.1\r\nContent-Length: 6\r\n\r\n");
        answer();
        send("abc");
        send("def");
        passes(PATIENCE.multipliedBy(2));
        assertThat(connection.isOpen()).isTrue();

        send(GET);
        answer();
        passes(PATIENCE.multipliedBy(2));
        assertThat(connection.isOpen()).isTrue();
    }

    private void send(String bytes) {
        connection.writeInbound(Unpooled.copiedBuffer(bytes, StandardCharsets.US_ASCII));
    }

    private void answer() {
        connection.writeOutbound(
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK, Unpooled.EMPTY_BUFFER));
    }

    private void passes(Duration time) {
        connection.advanceTimeBy(time.toMillis(), TimeUnit.MILLISECONDS);
        connection.runScheduledPendingTasks();
    }
}
