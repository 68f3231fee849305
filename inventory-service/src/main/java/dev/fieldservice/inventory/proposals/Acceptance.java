package dev.fieldservice.inventory.proposals;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which orders are to be drafted of a proposal. */
@Schema(name = "ProposalAcceptance")
public record Acceptance(
        @Size(max = 400) @Schema(nullable = true, description = "Parts of the proposal that are not bought")
        List<@NotNull UUID> withoutPartIds,

        @Size(max = 20)
        @Schema(nullable = true, description = "Of the currencies of suppliers that are not the company's")
        List<@NotNull @Valid Rate> exchangeRates) {

    /** How much of the company's currency one of another is. */
    @Schema(name = "ExchangeRate")
    public record Rate(
            @NotNull
            @Pattern(regexp = "^[A-Z]{3}$")
            @Schema(description = "ISO 4217 code", minLength = 3, maxLength = 3, examples = "EUR")
            String currency,

            @NotNull
            @DecimalMin("0.000001")
            @DecimalMax("9999999.999999")
            @Digits(integer = 7, fraction = 6)
            @JsonFormat(shape = JsonFormat.Shape.STRING)
            @Schema(description = "Decimal string", type = SchemaType.STRING, maxLength = 14, examples = "4.9755")
            BigDecimal rate) {}

    Set<UUID> left() {
        return Stream.ofNullable(withoutPartIds).flatMap(List::stream).collect(Collectors.toSet());
    }

    /** Null where none was given. */
    BigDecimal rateOf(String currency) {
        return Optional.ofNullable(exchangeRates).stream()
                .flatMap(List::stream)
                .filter(each -> each.currency().equals(currency))
                .map(Rate::rate)
                .findFirst()
                .orElse(null);
    }
}
