package dev.fieldservice.workorder.visits;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A GPS fix as the device reported it, whatever that is. Nothing in it is refused: a bad fix must not keep anybody from
 * working. {@link Position} says what of it can be used.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(
        name = "GpsFix",
        description =
                "What the receiver said; a bad or missing fix never blocks the work, and what else is in it is passed over",
        additionalProperties = Schema.False.class,
        extensions = @Extension(name = "x-lenient", value = "true", parseValue = true))
public record GpsFix(
        @JsonDeserialize(using = NumberIfAny.class) @Schema(nullable = true, description = "Degrees north, WGS 84")
        Double latitude,

        @JsonDeserialize(using = NumberIfAny.class) @Schema(nullable = true, description = "Degrees east, WGS 84")
        Double longitude,

        @JsonDeserialize(using = NumberIfAny.class)
        @Schema(nullable = true, description = "Radius that holds the device with 68 % confidence")
        Double accuracyMetres) {

    /** A number, or nothing where something else stands, such as "NaN". */
    static final class NumberIfAny extends StdDeserializer<Double> {

        NumberIfAny() {
            super(Double.class);
        }

        @Override
        public Double deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken().isNumeric()) {
                return parser.getDoubleValue();
            }
            parser.skipChildren();
            return null;
        }
    }
}
