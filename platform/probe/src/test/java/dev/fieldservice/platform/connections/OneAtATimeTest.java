package dev.fieldservice.platform.connections;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What waits on a connection stays raw, in order, and bounded. */
class OneAtATimeTest {

    private static final int MOST_WAITING = 8 * 1024;

    private final List<String> begun = new ArrayList<>();
    private final StringBuilder body = new StringBuilder();
    private final CurrentExchange exchange = new CurrentExchange();
    private final HttpRequestDecoder decoder = new HttpRequestDecoder();
    private final EmbeddedChannel connection = connection();

    private EmbeddedChannel connection() {
        decoder.setSingleDecode(true);
        return new EmbeddedChannel(new OneAtATime(exchange), decoder, exchange, new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext ctx, Object message) {
                if (message instanceof HttpRequest request) {
                    begun.add(request.uri());
                }
                if (message instanceof HttpContent content) {
                    body.append(content.content().toString(StandardCharsets.US_ASCII));
                }
                ReferenceCountUtil.release(message);
            }
        });
    }

    @Test
    void hundredsOfRequestsInOneReadAreDecodedOneByOne() {
        send(IntStream.range(0, 500).mapToObj(i -> get("/" + i)).collect(Collectors.joining()));

        for (int i = 0; i < 500; i++) {
            assertThat(begun).hasSize(i + 1).last().isEqualTo("/" + i);
            answer();
            taken();
        }
        assertThat(begun).hasSize(500);
    }

    @Test
    void theNextRequestWaitsUntilTheAnswerIsTakenNotOnlyGiven() {
        send(get("/1") + get("/2"));
        answer();
        assertThat(begun).containsExactly("/1");
        send(get("/3"));
        assertThat(begun).containsExactly("/1");

        taken();
        assertThat(begun).containsExactly("/1", "/2");
        answer();
        taken();
        assertThat(begun).containsExactly("/1", "/2", "/3");
    }

    @Test
    void aClientThatSendsOnAndOnIsNotReadBeyondABound() {
        send(get("/1"));
        String head = get("/" + "x".repeat(1000));
        int waiting = 0;
        while (connection.config().isAutoRead() && waiting < 100 * MOST_WAITING) {
            send(head);
            waiting += head.length();
        }
        assertThat(waiting).isBetween(MOST_WAITING, MOST_WAITING + head.length());
        assertThat(begun).hasSize(1);

        // As Vert.x does when a body was consumed
        connection.config().setAutoRead(true);
        assertThat(connection.config().isAutoRead()).isFalse();

        for (int requests = 1 + waiting / head.length(); requests > 0; requests--) {
            assertThat(connection.config().isAutoRead()).isFalse();
            answer();
            taken();
        }
        assertThat(begun).hasSize(1 + waiting / head.length());
        assertThat(connection.config().isAutoRead()).isTrue();
    }

    @Test
    void aBodyIsNeverHeldUpNotEvenWhenItsAnswerIsAlreadyGiven() {
        send("POST /1 HTTP/1.1\r\nContent-Length: 9\r\n\r\nabc");
        assertThat(body).hasToString("abc");
        answer();
        send("def");
        assertThat(body).hasToString("abcdef");
        taken();
        send("ghi" + get("/2"));
        assertThat(body).hasToString("abcdefghi");
        assertThat(begun).containsExactly("/1", "/2");
    }

    @Test
    void anInterimAnswerIsNotTheAnswer() {
        send("POST /1 HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\n");
        connection.write(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
        taken();
        send("a" + get("/2"));
        assertThat(begun).containsExactly("/1");
        answer();
        taken();
        assertThat(begun).containsExactly("/1", "/2");
    }

    @Test
    void whoFollowsIsToldWhenTheAnswerIsTakenOrTheClientGone() {
        List<String> told = new ArrayList<>();
        send(get("/1") + get("/2"));
        exchange.follow(() -> told.add("first"));
        answer();
        assertThat(told).isEmpty();
        taken();
        assertThat(told).containsExactly("first");
        exchange.follow(() -> told.add("second"));
        connection.close();
        assertThat(told).containsExactly("first", "second");
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\n\r\n";
    }

    private void send(String bytes) {
        connection.writeInbound(Unpooled.copiedBuffer(bytes, StandardCharsets.US_ASCII));
    }

    private void answer() {
        connection.write(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));
    }

    private void taken() {
        connection.flushOutbound();
        connection.releaseOutbound();
    }
}
