package dev.fieldservice.contracts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.UncheckedIOException;
import java.util.Set;

final class Json {
    static final ObjectMapper MAPPER = new ObjectMapper();

    private static final JsonSchemaFactory OFFLINE = JsonSchemaFactory.getInstance(
            VersionFlag.V202012,
            factory -> factory.schemaMappers(
                    mappers -> mappers.mapPrefix(ContractSchemas.ADDRESS, "classpath:" + ContractSchemas.RESOURCES)));

    static JsonNode tree(String json) {
        return read(MAPPER, json);
    }

    static JsonNode yaml(String yaml) {
        return read(new YAMLMapper(), yaml);
    }

    static Set<ValidationMessage> violations(String schema, JsonNode document) {
        JsonSchema compiled = OFFLINE.getSchema(
                schema,
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
        return compiled.validate(document);
    }

    private static JsonNode read(ObjectMapper mapper, String text) {
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Json() {}
}
