package dev.fieldservice.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FailureTest extends GatewayTest {

    @Test
    void aServiceThatIsDownIsABadGateway() throws Exception {
        HttpResponse<String> response = get("/v1/invoices", token());
        assertProblem(response, 502, "bad-gateway");
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
    void aServiceThatTakesTooLongIsATimeout() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        service("dispatch").on("/v1/service-orders", exchange -> {
            try {
                over.await();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
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
    void aServiceThatIsDownDoesNotMakeTheGatewayUnready() throws Exception {
        assertThat(getWithoutToken("/q/health/ready").statusCode()).isEqualTo(200);
        assertThat(getWithoutToken("/q/health/ready").body()).contains("token signing keys known");
    }
}
