package dev.fieldservice.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedValuesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"latitude\":44.4}",
                "{\"latitude\":44.4,\"longitude\":null}",
                "{\"latitude\":91,\"longitude\":26.0}",
                "{\"latitude\":44.4,\"longitude\":-180.5}",
                "{\"latitude\":\"NaN\",\"longitude\":26.0}"
            })
    void aSiteIsNeverGuessedFromHalfAPosition(String json) {
        assertThatThrownBy(() ->
                        assertThat(Json.MAPPER.readValue(json, GeoPoint.class)).isNull())
                .isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void aSiteLiesInATimeZoneThatExists() {
        String site = Json.tree(ContractSchemas.sample(Topics.TICKET_CREATED, 1))
                .get("location")
                .toString();

        assertThatThrownBy(() -> assertThat(
                                Json.MAPPER.readValue(site.replace("Bucharest", "Cotroceni"), LocationRef.class))
                        .isNull())
                .isInstanceOf(JsonProcessingException.class)
                .hasMessageContaining("timeZone");
    }

    @Test
    void theRecordsHaveTheShapesOfTheSchemas() throws JsonProcessingException {
        JsonNode event = Json.tree(ContractSchemas.sample(Topics.TICKET_CREATED, 1));

        assertSameAfterReading(event.get("customer"), CustomerRef.class);
        assertSameAfterReading(event.get("contact"), ContactRef.class);
        assertSameAfterReading(event.get("location"), LocationRef.class);
        assertSameAfterReading(event.get("asset"), AssetRef.class);
    }

    @Test
    void whatIsUnknownIsLeftOut() throws JsonProcessingException {
        JsonNode event = Json.tree(ContractSchemas.sample(Topics.TICKET_CREATED, 1));
        CustomerRef customer = Json.MAPPER.treeToValue(event.get("customer"), CustomerRef.class);

        assertThat(Json.MAPPER.writeValueAsString(
                        new CustomerRef(customer.id(), "Supermarket Cotroceni SRL", null, null, null, null)))
                .isEqualTo("{\"id\":\"%s\",\"name\":\"Supermarket Cotroceni SRL\"}".formatted(customer.id()));
    }

    @Test
    void textWithControlCharactersIsNoText() {
        assertThat("Chiller lactate 1").matches(Text.LINE);
        assertThat("linia 1\nlinia 2").doesNotMatch(Text.LINE).matches(Text.LINES);
        assertThat("NUL \u0000").doesNotMatch(Text.LINE).doesNotMatch(Text.LINES);
    }

    private static void assertSameAfterReading(JsonNode json, Class<?> shape) throws JsonProcessingException {
        Object value = Json.MAPPER.treeToValue(json, shape);
        assertThat(Json.MAPPER.<JsonNode>valueToTree(value)).isEqualTo(json);
    }
}
