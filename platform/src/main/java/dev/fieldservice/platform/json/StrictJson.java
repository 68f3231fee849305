package dev.fieldservice.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;

/** JSON as this API takes it: nothing unknown, nothing twice, nothing coerced, nothing the database cannot store. */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {

    private static final int DEEPEST = 32;

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxNumberLength(40)
                        .build());
        mapper.getFactory().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
        mapper.enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        refuse(
                mapper.coercionConfigFor(LogicalType.Integer),
                CoercionInputShape.String,
                CoercionInputShape.EmptyString);
        refuse(mapper.coercionConfigFor(double.class), CoercionInputShape.String, CoercionInputShape.EmptyString);
        refuse(mapper.coercionConfigFor(LogicalType.Boolean), CoercionInputShape.String, CoercionInputShape.Integer);
        refuse(mapper.coercionConfigFor(LogicalType.Enum), CoercionInputShape.Integer, CoercionInputShape.EmptyString);
        mapper.registerModule(new SimpleModule().addDeserializer(String.class, new StorableText()));
    }

    private static void refuse(MutableCoercionConfig config, CoercionInputShape... shapes) {
        for (CoercionInputShape shape : shapes) {
            config.setCoercion(shape, CoercionAction.Fail);
        }
    }

    /** PostgreSQL's text cannot hold NUL; numbers and booleans are not texts. */
    private static final class StorableText extends StringDeserializer {
        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.currentToken().isScalarValue()
                    || parser.currentToken().isNumeric()
                    || parser.currentToken().isBoolean()) {
                return (String) context.handleUnexpectedToken(String.class, parser);
            }
            String text = super.deserialize(parser, context);
            if (text != null && text.indexOf('\0') >= 0) {
                return (String) context.handleWeirdStringValue(String.class, "", "the character NUL is not allowed");
            }
            return text;
        }
    }
}
