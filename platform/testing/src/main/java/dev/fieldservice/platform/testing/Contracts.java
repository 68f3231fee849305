package dev.fieldservice.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import dev.fieldservice.contracts.ContractSchemas;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Holds messages against the published schemas. */
public final class Contracts {

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            factory -> factory.schemaMappers(
                    mappers -> mappers.mapPrefix(ContractSchemas.ADDRESS, "classpath:" + ContractSchemas.RESOURCES)));
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    /** To read one takes longer than to hold a message against it. */
    private static final Map<String, JsonSchema> READ = new ConcurrentHashMap<>();

    private Contracts() {}

    public static void requireValid(String topic, JsonNode payload) {
        requireValid(topic, 1, payload);
    }

    public static void requireValid(String topic, int version, JsonNode payload) {
        JsonSchema schema = READ.computeIfAbsent(
                ContractSchemas.address(topic, version),
                address -> SCHEMAS.getSchema(ContractSchemas.schema(topic, version), STRICT));
        assertThat(schema.validate(payload)).as("%s: %s", topic, payload).isEmpty();
    }

    /** The published sample of an event with some of its top-level fields replaced; what a consumer must at least understand. */
    public static JsonNode sample(String topic, Map<String, ?> replaced) {
        try {
            ObjectMapper mapper = new ObjectMapper();
            ObjectNode sample = (ObjectNode) mapper.readTree(ContractSchemas.sample(topic, 1));
            replaced.forEach((name, value) ->
                    sample.set(name, mapper.valueToTree(value instanceof Number ? value : value.toString())));
            return sample;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
