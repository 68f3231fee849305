package dev.fieldservice.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map.Entry;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AsyncApiTest {
    private static final JsonNode DOCUMENT = Json.yaml(ContractSchemas.asyncApi());

    @Test
    void everyTopicIsAChannelAndThereIsNoOther() {
        assertThat(DOCUMENT.path("channels").properties())
                .extracting(channel -> channel.getValue().path("address").asText())
                .containsExactlyElementsOf(Topics.ALL);
        assertThat(DOCUMENT.path("channels")).allSatisfy(channel -> {
            JsonNode broker = resolved(channel.path("bindings")).path("kafka");
            assertThat(broker.path("partitions").asInt()).isEqualTo(Topics.PARTITIONS);
            assertThat(broker.at("/topicConfiguration/cleanup.policy/0").asText())
                    .as(channel.path("address").asText())
                    .isEqualTo(Topics.settings(channel.path("address").asText()).get("cleanup.policy"));
        });
    }

    @Test
    void theOperationsAreTheRoutesOfTheTopics() {
        List<String> routes = Topics.ROUTES.stream()
                .flatMap(route -> Stream.concat(
                        Stream.of(route.producer() + " send " + route.topic()),
                        route.consumers().stream().map(service -> service + " receive " + route.topic())))
                .toList();

        assertThat(DOCUMENT.path("operations").properties())
                .extracting(Entry::getValue)
                .extracting(operation -> "%s %s %s"
                        .formatted(
                                operation.at("/tags/0/name").asText(),
                                operation.path("action").asText(),
                                resolved(operation.path("channel"))
                                        .path("address")
                                        .asText()))
                .containsExactlyElementsOf(routes);
    }

    @Test
    void everyChannelCarriesTheOneEventThatItIsNamedAfter() {
        assertThat(DOCUMENT.path("channels").properties()).allSatisfy(channel -> {
            assertThat(channel.getValue().path("messages")).hasSize(1);
            JsonNode message =
                    resolved(channel.getValue().path("messages").elements().next());
            String payload = message.at("/payload/$ref").asText();
            String schema = URI.create("contracts/").resolve(payload).toString();

            assertThat(message.path("name").asText()).isEqualTo("dev.fieldservice." + channel.getKey() + ".v1");
            assertThat(schema).isEqualTo(ContractSchemas.RESOURCES + channel.getKey() + "/v1.schema.json");
            assertThat(Json.tree(ContractSchemas.schema(channel.getKey(), 1)).path("required"))
                    .contains(message.at("/bindings/kafka/key/description"));
        });
    }

    private static JsonNode resolved(JsonNode reference) {
        return DOCUMENT.at(reference.path("$ref").asText().substring(1));
    }
}
