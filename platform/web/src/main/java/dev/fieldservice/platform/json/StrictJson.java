package dev.fieldservice.platform.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.fieldservice.platform.text.MalformedText;
import dev.fieldservice.platform.text.TakenText;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.regex.Pattern;

/** JSON as this API takes it: nothing unknown, nothing twice, nothing coerced, nothing the database cannot store. */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {

    private static final int DEEPEST = 32;
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,20}([.][0-9]{1,10})?");

    @Override
    @SuppressWarnings("deprecation") // to be told at its making, as its builder has it; but Quarkus makes it
    public void customize(ObjectMapper mapper) {
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxNumberLength(40)
                        .build());
        // JSON is UTF-8 (RFC 8259); whatever else it may look like is not guessed at
        mapper.getFactory().configure(JsonFactory.Feature.CHARSET_DETECTION, false);
        mapper.getFactory().setInputDecorator(new ByteOrderMark());
        mapper.getFactory().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
        mapper.enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        mapper.addHandler(new ReadOnlyProperties());
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        // What has no value is left out, of answers and of events
        mapper.setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
        refuse(
                mapper.coercionConfigFor(LogicalType.Integer),
                CoercionInputShape.String,
                CoercionInputShape.EmptyString);
        refuse(mapper.coercionConfigFor(double.class), CoercionInputShape.String, CoercionInputShape.EmptyString);
        refuse(mapper.coercionConfigFor(LogicalType.Boolean), CoercionInputShape.String, CoercionInputShape.Integer);
        refuse(mapper.coercionConfigFor(LogicalType.Enum), CoercionInputShape.Integer, CoercionInputShape.EmptyString);
        refuse(mapper.coercionConfigFor(LogicalType.OtherScalar), CoercionInputShape.EmptyString);
        mapper.registerModule(new SimpleModule()
                .addDeserializer(String.class, new Texts())
                .addDeserializer(BigDecimal.class, new Written<>(BigDecimal.class, StrictJson::decimal))
                .addDeserializer(Instant.class, new Written<>(Instant.class, text -> Instant.parse(dated(text))))
                .addDeserializer(
                        LocalDate.class, new Written<>(LocalDate.class, text -> LocalDate.parse(dated(text)))));
    }

    /** After Quarkus, whose own way of reading times would otherwise come before ours. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    private static void refuse(MutableCoercionConfig config, CoercionInputShape... shapes) {
        for (CoercionInputShape shape : shapes) {
            config.setCoercion(shape, CoercionAction.Fail);
        }
    }

    /** RFC 3339 has years of four digits; Java also takes signed ones that no database holds. */
    private static String dated(String text) {
        if (text.startsWith("+") || text.startsWith("-")) {
            throw new DateTimeException("a year of four digits is expected");
        }
        return text;
    }

    /** An exponent would let a few characters stand for more digits than memory holds. */
    private static BigDecimal decimal(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new NumberFormatException("not a decimal");
        }
        return new BigDecimal(text);
    }

    /**
     * Values that the API takes as texts of one form. Jackson would also take numbers: seconds or days since 1970, and
     * decimals that have been floating point on their way.
     */
    private static final class Written<T> extends StdScalarDeserializer<T> {

        private final Function<String, T> parse;

        Written(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            @SuppressWarnings("unchecked")
            Class<T> type = (Class<T>) handledType();
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return type.cast(context.handleUnexpectedToken(type, parser));
            }
            try {
                return parse.apply(parser.getText());
            } catch (DateTimeException | NumberFormatException notOfThisForm) {
                return type.cast(context.handleWeirdStringValue(type, parser.getText(), "not of the expected form"));
            }
        }
    }

    /** Texts are what {@link TakenText} makes of them; numbers and booleans are not texts. */
    private static final class Texts extends StringDeserializer {
        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.currentToken().isScalarValue()
                    || parser.currentToken().isNumeric()
                    || parser.currentToken().isBoolean()) {
                return (String) context.handleUnexpectedToken(String.class, parser);
            }
            String text = super.deserialize(parser, context);
            try {
                return text == null ? null : TakenText.of(text);
            } catch (MalformedText malformed) {
                throw JsonMappingException.from(parser, malformed.getMessage(), malformed);
            }
        }
    }
}
