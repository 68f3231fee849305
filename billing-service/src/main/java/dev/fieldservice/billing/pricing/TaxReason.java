package dev.fieldservice.billing.pricing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** By what something is taxed so. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "TaxReason", description = "By what the line is taxed so")
public record TaxReason(
        Basis basis,

        @Schema(nullable = true, description = "The tax rule")
        UUID ruleId,

        @Schema(nullable = true) LocalDate ruleFrom,

        @Schema(nullable = true, description = "The tax rate; absent where there is none, or it is zero")
        UUID rateId,

        @Schema(nullable = true) LocalDate rateFrom) {

    /** What decided. */
    @Schema(name = "TaxBasis")
    public enum Basis {
        /** A person, for this line. */
        GIVEN,
        /** The company taxes all alike. */
        COMPANY,
        CUSTOMER_RULE,
        /** The buyer is identified in another country of the European Union. */
        CROSS_BORDER,
        PART_OR_WORK_RULE,
        STANDARD
    }

    /** For people. */
    public String words() {
        return switch (basis) {
            case GIVEN -> "given by a person";
            case COMPANY -> "as the company taxes all it sells";
            case CUSTOMER_RULE -> "by the tax rule about the customer of " + ruleFrom;
            case CROSS_BORDER -> "as the buyer is identified in another country of the European Union";
            case PART_OR_WORK_RULE -> "by the tax rule about the part or the kind of work of " + ruleFrom;
            case STANDARD -> "by the standard rate";
        };
    }
}
