package dev.fieldservice.workorder.refrigerants;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.fieldservice.contracts.Text;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Refrigerant that was added or recovered, of one cylinder at a time, or a leak test. */
@Schema(name = "NewRefrigerantEntry")
public record NewRefrigerantEntry(
        @NotNull RefrigerantEntry.Kind kind,

        @Size(min = 1, max = 40)
        @Pattern(regexp = Text.LINE)
        @Schema(nullable = true, description = "With ADDED and RECOVERED", examples = "R-449A")
        String refrigerant,

        @DecimalMin("0.001")
        @DecimalMax("9999.999")
        @Digits(integer = 4, fraction = 3)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                description = "With ADDED and RECOVERED; decimal string",
                type = SchemaType.STRING,
                maxLength = 8,
                nullable = true,
                examples = "2.400")
        BigDecimal kilograms,

        @Size(min = 1, max = 100)
        @Pattern(regexp = Text.LINE)
        @Schema(
                nullable = true,
                description = "With ADDED and RECOVERED: the number of the cylinder",
                examples = "CIL-0471")
        String cylinder,

        @Schema(nullable = true, description = "With ADDED: what the refrigerant was before")
        RefrigerantEntry.Origin origin,

        @Size(min = 1, max = 300)
        @Pattern(regexp = Text.LINE)
        @Schema(
                nullable = true,
                description = "With ADDED, RECYCLED or RECLAIMED: name and address of the facility that did it")
        String facility,

        @DecimalMin("0")
        @DecimalMax("9999.999")
        @Digits(integer = 4, fraction = 3)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                description = "With LEAK_TEST: the pressure; decimal string",
                type = SchemaType.STRING,
                maxLength = 8,
                nullable = true,
                examples = "38.500")
        BigDecimal bar,

        @Min(1) @Max(100_000) @Schema(nullable = true, description = "With LEAK_TEST: how long it was held")
        Integer minutes,

        @Schema(nullable = true, description = "With LEAK_TEST: nothing escaped")
        Boolean tight,

        @Schema(nullable = true, description = "By the device's clock; the server's if absent")
        Instant occurredAt) {

    /** Each kind has what belongs to it and nothing else; refused with 422. */
    void requireConsistent() {
        boolean isTest = kind == RefrigerantEntry.Kind.LEAK_TEST;
        boolean isAdded = kind == RefrigerantEntry.Kind.ADDED;
        boolean isUsed = origin == RefrigerantEntry.Origin.RECYCLED || origin == RefrigerantEntry.Origin.RECLAIMED;
        require(isTest == (refrigerant == null), "/refrigerant");
        require(isTest == (kilograms == null), "/kilograms");
        require(isTest == (cylinder == null), "/cylinder");
        require(isTest == (bar != null), "/bar");
        require(isTest == (minutes != null), "/minutes");
        require(isTest == (tight != null), "/tight");
        require(isAdded || origin == null, "/origin");
        require(isUsed == (facility != null), "/facility");
    }

    private static void require(boolean holds, String pointer) {
        if (!holds) {
            throw Refusal.RuleViolated.at(
                    pointer,
                    "does-not-fit-kind",
                    "ADDED and RECOVERED come with refrigerant, kilograms and cylinder, LEAK_TEST with bar, minutes and tight;"
                            + " what was recycled or reclaimed with the facility.");
        }
    }
}
