package dev.fieldservice.gateway;

import static java.net.http.HttpResponse.BodyHandlers.ofByteArray;
import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Billing is down throughout. */
@QuarkusTest
class ApiDescriptionTest extends GatewayTest {

    @BeforeEach
    void theServicesDescribeThemselves() throws Exception {
        describe("ticket", "/v1/tickets", "A ticket's place");
        describe("dispatch", "/v1/technicians", "A technician's place");
        describe("workorder", "/v1/work-orders", "A ticket's place");
        describe("inventory", "/v1/parts", "A ticket's place");
        Thread.sleep(100);
    }

    @Test
    void theWholeApiIsDescribedInOneDocument() throws Exception {
        JsonObject document = openapi();
        assertThat(document.getString("openapi")).startsWith("3.1");
        assertThat(document.getJsonObject("paths").fieldNames())
                .contains(
                        "/v1/tickets",
                        "/v1/technicians",
                        "/v1/work-orders",
                        "/v1/parts",
                        "/v1/operations/{service}/parked-messages",
                        "/v1/tickets/{ticketId}/timeline")
                .doesNotContain("/v1/history", "/openapi.json", "/");
        assertThat(document.getJsonObject("components").getJsonObject("schemas").fieldNames())
                .contains("Place", "DispatchPlace", "Timeline", "TimelineStep", "Problem");
        assertThat(document.encode()).contains("billing-service").contains("\"bearer\"");
    }

    @Test
    void anUnchangedDocumentIsNotSentAgain() throws Exception {
        String tag =
                getWithoutToken("/openapi.json").headers().firstValue("ETag").orElseThrow();
        HttpRequest again =
                request("/openapi.json").header("If-None-Match", tag).build();
        HttpResponse<String> unchanged = CLIENT.send(again, ofString());
        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(unchanged.headers().firstValue("ETag")).contains(tag);
    }

    @Test
    void theDocumentIsCompressedForWhoeverTakesThat() throws Exception {
        String plain = getWithoutToken("/openapi.json").body();
        for (String takes : List.of("gzip", "br, gzip;q=0.5", "*")) {
            HttpResponse<byte[]> answer = CLIENT.send(
                    request("/openapi.json").header("Accept-Encoding", takes).build(), ofByteArray());
            assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
            assertThat(answer.headers().firstValue("Vary")).contains("Accept-Encoding");
            try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
                assertThat(new String(unpacked.readAllBytes(), UTF_8)).isEqualTo(plain);
            }
        }
        for (String refuses : List.of("identity", "gzip;q=0", "gzip;q=0.0, br")) {
            HttpResponse<String> answer = CLIENT.send(
                    request("/openapi.json").header("Accept-Encoding", refuses).build(), ofString());
            assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
            assertThat(answer.body()).isEqualTo(plain);
        }
    }

    @Test
    void theLastKnownDescriptionOfAServiceThatIsDownIsKept() throws Exception {
        assertThat(openapi().getJsonObject("paths").containsKey("/v1/parts")).isTrue();
        service("inventory").onJson("/q/openapi", 503, "{}");
        Thread.sleep(100);
        assertThat(openapi().getJsonObject("paths").containsKey("/v1/parts")).isTrue();
    }

    @Test
    void theReadablePageNeedsNothingFromElsewhereAndRunsNoScriptOfItsOwn() throws Exception {
        String page = getWithoutToken("/docs/").body();
        assertThat(page).contains("page.js").doesNotContain("https://").doesNotContain("<script>");
        for (String needed : List.of(
                "page.js",
                "page.css",
                "swagger-ui-bundle.js",
                "swagger-ui.css",
                "oauth2-redirect.html",
                "oauth2-redirect.js")) {
            assertThat(getWithoutToken("/docs/" + needed).statusCode())
                    .as(needed)
                    .isEqualTo(200);
        }
    }

    @Test
    void theReadablePageIsFoundWithoutTheSlashToo() throws Exception {
        HttpResponse<String> elsewhere = getWithoutToken("/docs");
        assertThat(elsewhere.statusCode()).isEqualTo(301);
        assertThat(elsewhere.headers().firstValue("Location").orElseThrow()).endsWith("/docs/");
    }

    @Test
    void nothingIsShownInsideAPageOfSomebodyElse() throws Exception {
        service("ticket").onJson("/v1/tickets", 200, "{}");
        for (HttpResponse<String> answer : List.of(
                getWithoutToken("/docs/"),
                getWithoutToken("/"),
                getWithoutToken("/openapi.json"),
                getWithoutToken("/nowhere"),
                getWithoutToken("/v1/tickets"),
                get("/v1/tickets", token()))) {
            assertThat(answer.headers().map())
                    .as(answer.uri().toString())
                    .containsEntry("X-Frame-Options", List.of("DENY"))
                    .containsEntry("X-Content-Type-Options", List.of("nosniff"))
                    .containsEntry("Referrer-Policy", List.of("no-referrer"));
            assertThat(answer.headers().allValues("Content-Security-Policy"))
                    .as(answer.uri().toString())
                    .singleElement()
                    .asString()
                    .contains("default-src 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
        }
    }

    private JsonObject openapi() throws Exception {
        HttpResponse<String> response = getWithoutToken("/openapi.json");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        return new JsonObject(response.body());
    }

    private void describe(String name, String path, String meaning) {
        service(name).onJson("/q/openapi", 200, """
                {"openapi":"3.1.0","info":{"title":"%s","version":"1"},
                 "security":[{"SecurityScheme":[]}],
                 "paths":{
                  "%s":{"get":{"operationId":"list","tags":["Some Resource"],
                    "security":[{"SecurityScheme":["dispatcher"]}],
                    "responses":{"200":{"description":"ok","content":{"application/json":{
                      "schema":{"$ref":"#/components/schemas/Place"}}}}}}},
                  "/v1/history":{"get":{"responses":{"200":{"description":"ok"}}}},
                  "/v1/operations/{service}/parked-messages":{"get":{"responses":{"200":{"description":"ok"}}}}},
                 "components":{
                  "schemas":{"Place":{"type":"object","description":"%s"}},
                  "securitySchemes":{"SecurityScheme":{"type":"openIdConnect","openIdConnectUrl":"http://inside"}}}}
                """.formatted(name, path, meaning));
    }
}
