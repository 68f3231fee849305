package dev.fieldservice.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.codes.CountryCode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A postal address with the parts that an e-invoice needs (EN 16931, BG-5 and BG-8). */
@Schema(description = "A postal address")
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegionOfCountry
public record Address(
        @Schema(description = "Street and number", examples = "Bulevardul Timișoara 26")
        @NotBlank
        @Size(max = 200)
        @Pattern(regexp = Text.LINE)
        String street,

        @Schema(description = "City", examples = "București") @NotBlank @Size(max = 100) @Pattern(regexp = Text.LINE)
        String city,

        @Schema(
                description =
                        "County, state or region; ISO 3166-2 where the tax office asks for it, and then one of the country",
                examples = "RO-B",
                nullable = true)
        @Size(min = 1, max = 100)
        @Pattern(regexp = Text.LINE)
        String region,

        @Schema(description = "Postal code", examples = "061344", nullable = true)
        @Size(min = 1, max = 16)
        @Pattern(regexp = Text.LINE)
        String postalCode,

        @Schema(description = "ISO 3166-1 alpha-2 code", minLength = 2, maxLength = 2, examples = "RO")
        @NotNull
        @Pattern(regexp = "^[A-Z]{2}$")
        @CountryCode
        String countryCode) {}
