package dev.fieldservice.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.gateway.routing.Destination;
import dev.fieldservice.gateway.routing.RouteTable;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PathTest extends GatewayTest {

    @ParameterizedTest
    @CsvSource({
        "/v1/customers, ticket",
        "/v1/tickets/0190a000-0000-7000-8000-000000000001/cancel, ticket",
        "/v1/my-day, dispatch",
        "/v1/calendar/feed.ics, dispatch",
        "/v1/work-orders, workorder",
        "/v1/stock-levels, inventory",
        "/v1/operations/inventory-service/parked-messages, inventory",
        "/v1/operations/workorder-service/parked-messages/0190a000-0000-7000-8000-000000000001/replay, workorder"
    })
    void aPathOfTheTableReachesItsService(String path, String name) throws Exception {
        assertThat(get(path, token()).statusCode()).isEqualTo(200);
        assertThat(service(name).last().uri()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1",
                "/v1/",
                "/v1/nothing",
                "/v1/tickets/",
                "/v1/calendar-feed.ics/",
                "/q/health/",
                "/v1/ticketsandmore",
                "/v1/history",
                "/v1/history?correlationId=0190a000-0000-7000-8000-000000000001",
                "/v1/operations",
                "/v1/operations/keycloak/parked-messages",
                "/v2/tickets",
                "/V1/tickets",
                "/q/openapi",
                "/q/health/../openapi",
                "/q/arc/beans",
                "/v1/tickets/../history",
                "/v1/../q/openapi",
                "/v1/tickets/..",
                "/v1/tickets/../../q/openapi",
                "/v1/tickets/%2e%2e/history",
                "/v1/tickets/%2E%2E%2Fhistory",
                "/v1/tickets/..%2fhistory",
                "/v1/tickets%2f..%2fhistory",
                "/v1/tickets/%252e%252e/history",
                "/v1/tickets/.%2e/history",
                "/v1//tickets",
                "//v1/tickets",
                "/v1/tickets//x",
                "/v1/tickets;a=b",
                "/v1/tickets/;/../history",
                "/v1/tickets/x;/..;/history",
                "/v1/tickets/..\\\\history",
                "/v1/tickets\\\\..\\\\history",
                "/v1/tickets/%5c..%5chistory",
                "/v1/tickets/%00",
                "/v1/tickets/\u0000",
                "/v1/tickets/./x",
                "/./v1/tickets",
                "/v1/tick%65ts",
                "http://127.0.0.1/q/openapi",
                "http://elsewhere.example/v1/history",
                "*"
            })
    void aPathThatIsNotInTheTableLeadsNowhere(String path) throws Exception {
        int before = requestsReceived();
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\nAuthorization: Bearer "
                + token() + "\r\n\r\n");
        assertThat(answer).matches("(?s)HTTP/1.1 40[04] .*").doesNotContain("the service");
        assertThat(requestsReceived()).isEqualTo(before);
    }

    @Test
    void anUnknownPathIsAProblem() throws Exception {
        assertProblem(get("/v1/nothing", token()), 404, "not-found");
        assertProblem(getWithoutToken("/anything"), 404, "not-found");
        assertProblem(getWithoutToken("/docs/none.js"), 404, "not-found");
    }

    @Test
    void figuresAreForThoseInside() throws Exception {
        assertThat(getWithoutToken("/q/metrics").statusCode()).isEqualTo(200);
        HttpRequest.Builder throughIngress = request("/q/metrics").header("X-Forwarded-For", "203.0.113.7");
        assertProblem(CLIENT.send(throughIngress.build(), HttpResponse.BodyHandlers.ofString()), 404, "not-found");
    }

    @Test
    void whoeverHasAReportAsksWithoutSigningInWhetherItIsGenuine() throws Exception {
        assertThat(getWithoutToken("/v1/report-verification/abcdefgh23456789").statusCode())
                .isEqualTo(200);
        assertThat(service("workorder").last().uri()).isEqualTo("/v1/report-verification/abcdefgh23456789");
        assertProblem(getWithoutToken("/v1/report-verification"), 401, "unauthenticated");
        HttpRequest.Builder write =
                request("/v1/report-verification/abcdefgh23456789").POST(HttpRequest.BodyPublishers.ofString("{}"));
        assertProblem(CLIENT.send(write.build(), HttpResponse.BodyHandlers.ofString()), 405, "method-not-allowed");
    }

    @Test
    void aCustomerOpensAVisitAndConfirmsItWithoutSigningInAndSendsNothingElse() throws Exception {
        String path = "/v1/visit-confirmation?code=abcdefgh23456789";
        assertThat(getWithoutToken(path).statusCode()).isEqualTo(200);
        assertThat(service("dispatch").last().uri()).isEqualTo(path);
        HttpRequest.Builder confirmed = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.noBody());
        HttpResponse<String> answer = CLIENT.send(confirmed.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "form-action 'self'", "frame-ancestors 'none'"));
        assertThat(service("dispatch").last().method()).isEqualTo("POST");
        int before = service("dispatch").received().size();
        HttpRequest.Builder more = request(path).POST(HttpRequest.BodyPublishers.ofString("{}"));
        assertProblem(CLIENT.send(more.build(), HttpResponse.BodyHandlers.ofString()), 413, "payload-too-large");
        HttpRequest.Builder other = request(path).DELETE();
        assertProblem(CLIENT.send(other.build(), HttpResponse.BodyHandlers.ofString()), 405, "method-not-allowed");
        assertThat(service("dispatch").received()).hasSize(before);
        assertProblem(getWithoutToken("/v1/visit-confirmation/more"), 401, "unauthenticated");
    }

    @Test
    void aSubscriptionIsReadAndSendsNothing() throws Exception {
        int before = service("dispatch").received().size();
        HttpRequest.Builder write =
                request("/v1/calendar-feed.ics?token=x").POST(HttpRequest.BodyPublishers.ofString("{}"));
        assertProblem(CLIENT.send(write.build(), HttpResponse.BodyHandlers.ofString()), 405, "method-not-allowed");
        HttpRequest.Builder more =
                request("/v1/calendar-feed.ics?token=x").method("GET", HttpRequest.BodyPublishers.ofString("{}"));
        assertProblem(CLIENT.send(more.build(), HttpResponse.BodyHandlers.ofString()), 413, "payload-too-large");
        assertThat(service("dispatch").received()).hasSize(before);
    }

    @Test
    void anUpgradeIsPassedOver() throws Exception {
        String whole = "GET /v1/parts HTTP/1.1\r\nHost: gateway\r\nConnection: Upgrade, HTTP2-Settings\r\n"
                + "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\nAuthorization: Bearer " + token()
                + "\r\n\r\n";
        String last = "GET /v1/parts HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\nAuthorization: Bearer " + token()
                + "\r\n\r\n";
        assertThat(raw(whole + last).split("HTTP/1.1 200")).hasSize(3);
        String halfOne = raw("GET /v1/parts HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\nUpgrade: h2c\r\n"
                + "Authorization: Bearer " + token() + "\r\n\r\n");
        assertThat(halfOne).startsWith("HTTP/1.1 200");
    }

    @Test
    void anAbsoluteUriIsServedByItsPathWhateverHostItNames() throws Exception {
        String answer = raw("GET http://elsewhere.example/v1/parts?x=1 HTTP/1.1\r\nHost: elsewhere.example\r\n"
                + "Connection: close\r\nAuthorization: Bearer " + token() + "\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 200");
        assertThat(service("inventory").last().uri()).isEqualTo("/v1/parts?x=1");
    }

    @Test
    void aVeryLongPathIsJudgedInBoundedTimeAndDepth() {
        assertThat(RouteTable.destination("/v1" + "/a".repeat(100_000))).isInstanceOf(Destination.Nowhere.class);
    }

    private int requestsReceived() {
        return Stream.of("ticket", "dispatch", "workorder", "inventory")
                .mapToInt(name -> service(name).received().size())
                .sum();
    }
}
