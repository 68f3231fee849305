package dev.fieldservice.gateway;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
    void theLastKnownDescriptionOfAServiceThatIsDownIsKept() throws Exception {
        assertThat(openapi().getJsonObject("paths").containsKey("/v1/parts")).isTrue();
        service("inventory").onJson("/q/openapi", 503, "{}");
        Thread.sleep(100);
        assertThat(openapi().getJsonObject("paths").containsKey("/v1/parts")).isTrue();
    }

    @Test
    void theReadablePageShowsTheMergedDocumentAndNeedsNothingFromElsewhere() throws Exception {
        String page = getWithoutToken("/docs/").body();
        assertThat(page).contains("/openapi.json").doesNotContain("https://");
        assertThat(getWithoutToken("/docs/swagger-ui-bundle.js").statusCode()).isEqualTo(200);
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
