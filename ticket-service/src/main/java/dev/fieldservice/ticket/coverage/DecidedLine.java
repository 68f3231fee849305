package dev.fieldservice.ticket.coverage;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far one thing is covered, by which clause, and why. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CoverageLine")
public record DecidedLine(
        Kind kind,

        @Schema(
                description =
                        "The usage or time entry; of a call-out the first time entry of its visit; of a fixed price the job")
        UUID sourceId,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                type = SchemaType.STRING,
                description = "How much of it the customer does not pay; half up to four decimals",
                examples = "100.00")
        BigDecimal percent,

        Basis basis,

        @Schema(nullable = true, description = "The contract or the warranty; absent where nothing covers it")
        UUID agreementId,

        @Schema(nullable = true) String clause,
        @Schema(description = "For people") String reason) {

    /** What it is. */
    @Schema(name = "CoverageLineKind")
    public enum Kind {
        PART,
        LABOUR,
        TRAVEL,
        CALL_OUT,
        FIXED_PRICE
    }

    /** By what it is covered. */
    @Schema(name = "CoverageBasis")
    public enum Basis {
        WARRANTY,
        CONTRACT,
        /** Visits or hours that the contract includes. */
        ALLOWANCE,
        NONE
    }

    /** As they are stored. */
    record All(List<DecidedLine> items) {}
}
