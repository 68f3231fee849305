package dev.fieldservice.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A place on earth in WGS 84 degrees. A missing coordinate is refused, else it would be read as 0: a point in the Gulf of
 * Guinea.
 */
@Schema(
        description = "A place on earth, WGS 84",
        requiredProperties = {"latitude", "longitude"})
public record GeoPoint(
        @Schema(description = "Degrees north, negative south of the equator", examples = "44.4396")
        @JsonProperty(required = true)
        @JsonSetter(nulls = Nulls.FAIL)
        @DecimalMin("-90")
        @DecimalMax("90")
        double latitude,

        @Schema(description = "Degrees east, negative west of Greenwich", examples = "26.0963")
        @JsonProperty(required = true)
        @JsonSetter(nulls = Nulls.FAIL)
        @DecimalMin("-180")
        @DecimalMax("180")
        double longitude) {

    /** @throws IllegalArgumentException when a coordinate is out of bounds or not a number */
    public GeoPoint {
        requireWithin("latitude", latitude, 90);
        requireWithin("longitude", longitude, 180);
    }

    private static void requireWithin(String name, double degrees, double bound) {
        if (Double.isNaN(degrees) || Math.abs(degrees) > bound) {
            throw new IllegalArgumentException("%s must be from -%2$.0f to %2$.0f degrees".formatted(name, bound));
        }
    }
}
