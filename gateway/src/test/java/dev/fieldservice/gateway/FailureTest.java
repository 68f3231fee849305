package dev.fieldservice.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.gateway.standins.StandInService;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FailureTest extends GatewayTest {

    @Test
    void aServiceThatIsDownIsUnavailable() throws Exception {
        HttpResponse<String> response = get("/v1/invoices", token());
        assertProblem(response, 503, "unavailable");
        assertThat(response.headers().firstValue("Retry-After")).contains("1");
        assertThat(response.body()).contains("billing-service").doesNotContain("127.0.0.1");
    }

    @Test
    void aServiceThatHangsUpIsABadGateway() throws Exception {
        service("dispatch").on("/v1/appointments", exchange -> {
            throw new IllegalStateException("hangs up");
        });
        assertProblem(get("/v1/appointments", token()), 502, "bad-gateway");
    }

    @Test
    void whatOnlyReadsIsAskedOnceMoreWhereTheServiceHungUp() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        service("dispatch").on("/v1/crews", exchange -> {
            if (asked.incrementAndGet() == 1) {
                throw new IllegalStateException("hangs up");
            }
            StandInService.answer(exchange, 200, "application/json", "{}");
        });
        assertThat(get("/v1/crews?q=%E2%80", token()).statusCode()).isEqualTo(200);
        assertThat(asked).hasValue(2);
    }

    /** The pool to a service holds 8 connections, and 4 wait for one; of a caller's reads three are asked at a time. */
    @Test
    void whoIsRefusedForWantOfAConnectionIsServedWhenThereIsOneAgain() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        service("inventory").on("/v1/stock-receipts", exchange -> {
            exchange.getRequestBody().readAllBytes();
            var _ = await(over);
            StandInService.answer(exchange, 201, "application/json", "{}");
        });
        List<CompletableFuture<HttpResponse<String>>> commands = IntStream.range(0, 12)
                .mapToObj(command -> CLIENT.sendAsync(
                        request("/v1/stock-receipts", token())
                                .POST(BodyPublishers.ofString("{}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString()))
                .toList();
        String reader = token();
        eventually(() -> get("/v1/parts", reader).statusCode() == 503);
        for (int i = 0; i < 5; i++) {
            assertThat(get("/v1/parts", reader).statusCode()).isEqualTo(503);
        }
        over.countDown();
        commands.forEach(command -> assertThat(command.join().statusCode()).isIn(201, 503));
        assertThat(get("/v1/parts", reader).statusCode()).isEqualTo(200);
    }

    @Test
    void aCommandIsNeverGivenTwiceByTheGateway() throws Exception {
        AtomicInteger given = new AtomicInteger();
        service("dispatch").on("/v1/territories", exchange -> {
            var _ = given.incrementAndGet();
            throw new IllegalStateException("hangs up");
        });
        HttpResponse<String> command = CLIENT.send(
                request("/v1/territories", token())
                        .POST(BodyPublishers.ofString("{}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertProblem(command, 502, "bad-gateway");
        assertThat(given).hasValue(1);
    }

    @Test
    void aServiceThatTakesTooLongIsATimeout() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        service("dispatch").on("/v1/service-orders", exchange -> {
            var _ = await(over);
            exchange.close();
        });
        HttpResponse<String> read = get("/v1/service-orders", token());
        assertProblem(read, 504, "gateway-timeout");
        assertThat(read.headers().firstValue("Retry-After")).contains("5");
        HttpResponse<String> command = CLIENT.send(
                request("/v1/service-orders", token())
                        .POST(BodyPublishers.ofString("{}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertProblem(command, 504, "gateway-timeout");
        over.countDown();
        assertThat(get("/v1/technicians", token()).statusCode()).isEqualTo(200);
    }

    @Test
    void aServiceThatIsSwampedIsUnavailableAndTheOthersAreNot() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        service("dispatch").on("/v1/my-day", exchange -> {
            var _ = await(over);
            StandInService.answer(exchange, 200, "application/json", "{}");
        });
        // The pool holds 8, and 4 may wait.
        List<CompletableFuture<HttpResponse<String>>> crowd = IntStream.range(0, 20)
                .mapToObj(i ->
                        CLIENT.sendAsync(request("/v1/my-day", token()).build(), HttpResponse.BodyHandlers.ofString()))
                .toList();
        HttpResponse<String> refused = first(crowd);
        assertProblem(refused, 503, "unavailable");
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        assertThat(get("/v1/parts", token()).statusCode()).isEqualTo(200);
        over.countDown();
        assertThat(crowd.stream().map(answer -> answer.join().statusCode()).filter(status -> status == 200))
                .hasSize(12);
    }

    @Test
    void aServiceThatIsDownDoesNotMakeTheGatewayUnready() throws Exception {
        assertThat(getWithoutToken("/q/health/ready").statusCode()).isEqualTo(200);
        assertThat(getWithoutToken("/q/health/ready").body())
                .contains("token signing keys known")
                .containsPattern("\"billing-service\": *false")
                .containsPattern("\"ticket-service\": *true");
    }

    private static <T> T first(List<CompletableFuture<T>> answers) {
        CompletableFuture<T> first = new CompletableFuture<>();
        answers.forEach(answer -> answer.thenAccept(first::complete));
        return first.join();
    }
}
