package dev.fieldservice.billing.pricing;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which rule it was. */
@Schema(name = "PriceRuleRef")
public record RuleRef(
        UUID id,
        String name,
        Scope scope,

        @Schema(description = "First day that it holds for") LocalDate validFrom) {

    /** For people. */
    public String words() {
        return "%s rule “%s” of %s".formatted(scope.words(), name, validFrom);
    }
}
