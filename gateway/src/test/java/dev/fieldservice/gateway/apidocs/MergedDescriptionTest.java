package dev.fieldservice.gateway.apidocs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class MergedDescriptionTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aSchemaThatMeansTheSameIsKeptOnce() {
        JsonNode document = merged(
                part("/a", "Order", "{'Order':{'type':'object'}}"), part("/b", "Order", "{'Order':{'type':'object'}}"));
        assertThat(document.at("/components/schemas").fieldNames()).toIterable().containsExactly("Order", "Problem");
        assertThat(reference(document, "/b")).isEqualTo("#/components/schemas/Order");
    }

    @Test
    void aSchemaThatMeansSomethingElseIsRenamedAndSoIsAllThatRefersToIt() {
        String first =
                "{'Order':{'properties':{'total':{'$ref':'#/components/schemas/Money'}}},'Money':{'type':'string'}}";
        String second =
                "{'Order':{'properties':{'total':{'$ref':'#/components/schemas/Money'}}},'Money':{'type':'object'}}";
        JsonNode document = merged(part("/a", "Order", first), part("/b", "Order", second));
        assertThat(reference(document, "/a")).isEqualTo("#/components/schemas/Order");
        assertThat(reference(document, "/b")).isEqualTo("#/components/schemas/DispatchOrder");
        assertThat(document.at("/components/schemas/DispatchOrder/properties/total/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/DispatchMoney");
        assertThat(document.at("/components/schemas/DispatchMoney/type").asText())
                .isEqualTo("object");
        assertThat(document.at("/components/schemas/Money/type").asText()).isEqualTo("string");
    }

    @Test
    void whatADiscriminatorMapsToIsRenamedToo() {
        String cat = "{'Kind':{'discriminator':{'mapping':{'x':'#/components/schemas/X'}}},'X':{'type':'%s'}}";
        JsonNode document =
                merged(part("/a", "Kind", cat.formatted("string")), part("/b", "Kind", cat.formatted("object")));
        assertThat(document.at("/components/schemas/DispatchKind/discriminator/mapping/x")
                        .asText())
                .isEqualTo("#/components/schemas/DispatchX");
    }

    @Test
    void schemasThatReferToEachOtherDoNotGoOnForever() {
        String tree = "{'Tree':{'items':{'$ref':'#/components/schemas/Tree'},'title':'%s'}}";
        JsonNode document =
                merged(part("/a", "Tree", tree.formatted("one")), part("/b", "Tree", tree.formatted("two")));
        assertThat(document.at("/components/schemas/DispatchTree/items/$ref").asText())
                .isEqualTo("#/components/schemas/DispatchTree");
    }

    @Test
    void everyOperationTellsTheProblemCodesOfTheGatewayBesideItsOwn() {
        JsonNode document = merged(part("/a", "A", "{'A':{}}"), part("/b", "A", "{'A':{}}"));
        assertThat(document.at("/paths/~1a/get/x-problem-codes/502")).hasToString("[\"bad-gateway\"]");
        assertThat(document.at("/paths/~1a/get/x-problem-codes/429"))
                .hasToString("[\"rate-limited\",\"too-much-in-flight\"]");
    }

    @Test
    void theTimelineIsForThoseWhoMayReadTheTicket() {
        JsonNode document = merged(
                part("/v1/tickets/{id}", "A", "{'A':{}}"), part("/v1/tickets/{ticketId}/timeline", "A", "{'A':{}}"));
        assertThat(document.at("/paths/~1v1~1tickets~1{ticketId}~1timeline/get/security"))
                .isEqualTo(document.at("/paths/~1v1~1tickets~1{id}/get/security"))
                .isNotEmpty();
    }

    @Test
    void everyOperationHasAnIdOfItsOwnATagAndTheSameWaysToSignIn() {
        JsonNode document = merged(part("/a", "A", "{'A':{}}"), part("/b", "A", "{'A':{}}"));
        assertThat(document.at("/paths/~1a/get/operationId").asText()).isEqualTo("list");
        assertThat(document.at("/paths/~1b/get/operationId").asText()).isEqualTo("dispatchList");
        assertThat(document.at("/paths/~1b/get/tags")).hasToString("[\"dispatch-service\"]");
        assertThat(document.at("/paths/~1b/get/security"))
                .hasToString("[{\"bearer\":[\"dispatcher\"]},{\"signIn\":[\"openid\"]}]");
        assertThat(document.at("/security")).hasToString("[{\"bearer\":[]},{\"signIn\":[\"openid\"]}]");
    }

    @Test
    void aPathOfSeveralServicesIsKeptOnceAndAHiddenOneLeavesNothingBehind() {
        JsonNode document = merged(part("/a", "A", "{'A':{}}"), part("/a", "B", "{'B':{}}"));
        assertThat(reference(document, "/a")).isEqualTo("#/components/schemas/A");
        assertThat(document.at("/components/schemas/B").isMissingNode()).isTrue();
    }

    @Test
    void everyOperationSaysWhatTheGatewayMayAnswer() {
        JsonNode document = merged(part("/a", "A", "{'A':{}}"), part("/b", "A", "{'A':{}}"));
        assertThat(document.at("/paths/~1a/get/responses").fieldNames())
                .toIterable()
                .contains("200", "401", "429", "502", "503", "504");
        assertThat(document.at("/paths/~1a/get/responses/502/$ref").asText())
                .isEqualTo("#/components/responses/Problem502");
        assertThat(document.at("/components/responses/Problem502/content/application~1problem+json/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/Problem");
    }

    @Test
    void everyAnswerTellsTheCallerHowMuchItMayStillAsk() {
        JsonNode document = merged(part("/a", "A", "{'A':{}}"), part("/b", "A", "{'A':{}}"));
        String[] headers = {"RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"};
        assertThat(document.at("/paths/~1a/get/responses/200/headers").fieldNames())
                .toIterable()
                .contains(headers);
        assertThat(document.at("/components/responses/Problem429/headers").fieldNames())
                .toIterable()
                .contains(headers);
        assertThat(document.at("/components/headers").fieldNames()).toIterable().contains(headers);
    }

    @Test
    void aTagIsExplainedOnceAndOnlyIfSomethingBearsIt() {
        ObjectNode part = part("/a", "A", "{'A':{}}");
        ((ObjectNode) part.at("/paths/~1a/get")).putArray("tags").add("Tickets");
        part.putArray("tags").addObject().put("name", "Tickets").put("description", "Requests");
        part.withArray("tags").addObject().put("name", "History");
        JsonNode document = merged(part, part("/b", "A", "{'A':{}}"));
        assertThat(document.at("/paths/~1a/get/tags")).hasToString("[\"Tickets\"]");
        assertThat(document.at("/tags").findValuesAsText("name")).containsExactly("Tickets", "dispatch-service");
        assertThat(document.at("/tags/0/description").asText()).isEqualTo("Requests");
    }

    private static JsonNode merged(ObjectNode ticket, ObjectNode dispatch) {
        var merged = new MergedDescription();
        merged.add("ticket-service", ticket, path -> true);
        merged.add("dispatch-service", dispatch, path -> true);
        return merged.document(JSON.createObjectNode(), "/", JSON.createObjectNode());
    }

    private static ObjectNode part(String path, String schema, String schemas) {
        return json("""
                {'paths':{'%s':{'get':{'operationId':'list','security':[{'SecurityScheme':['dispatcher']}],
                  'responses':{'200':{'content':{'application/json':{'schema':{'$ref':'#/components/schemas/%s'}}}}}}}},
                 'components':{'schemas':%s,'securitySchemes':{'SecurityScheme':{}}}}
                """.formatted(path, schema, schemas));
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    private static String reference(JsonNode document, String path) {
        return document.path("paths")
                .path(path)
                .at("/get/responses/200/content/application~1json/schema/$ref")
                .asText();
    }
}
