package dev.fieldservice.billing.pricing;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.Text;
import dev.fieldservice.contracts.codes.CountryCode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Sites by their addresses: a country, or a part of it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PriceArea")
public record Area(
        @Schema(description = "ISO 3166-1 alpha-2 code", minLength = 2, maxLength = 2, examples = "RO")
        @NotNull
        @Pattern(regexp = "^[A-Z]{2}$")
        @CountryCode
        String countryCode,

        @Schema(nullable = true, description = "As addresses say it; all of the country if absent", examples = "RO-B")
        @Size(min = 1, max = 100)
        @Pattern(regexp = Text.LINE)
        String region,

        @Schema(
                nullable = true,
                description = "With what the postal code begins, blanks aside; any if absent",
                examples = "0613")
        @Size(min = 1, max = 16)
        @Pattern(regexp = Text.LINE)
        String postalCode) {

    boolean holds(Place site) {
        return countryCode.equals(site.countryCode())
                && (region == null || region.equalsIgnoreCase(site.region()))
                && (postalCode == null || plain(site.postalCode()).startsWith(plain(postalCode)));
    }

    /** The more, the fewer sites there are. */
    int narrowness() {
        return (region == null ? 0 : 1) + plain(postalCode).length();
    }

    private static String plain(String code) {
        return Optional.ofNullable(code).orElse("").replace(" ", "").toUpperCase(Locale.ROOT);
    }
}
