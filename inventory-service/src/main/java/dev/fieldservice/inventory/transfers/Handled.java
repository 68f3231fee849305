package dev.fieldservice.inventory.transfers;

import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.contracts.Text;
import dev.fieldservice.inventory.parts.Part;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was picked, or has arrived, of the lines of a transfer. */
@Schema(name = "HandledStock")
public record Handled(
        @Size(min = 1, max = 100)
        @Schema(
                nullable = true,
                description =
                        "What was picked, or has arrived; a line that is not named has nothing. All of it where this is"
                                + " left out")
        List<@NotNull @Valid Line> lines) {

    /** Of one line. */
    @Schema(name = "HandledLine")
    public record Line(
            @NotNull @Min(1) @Max(100) @Schema(description = "Its number in the transfer")
            Integer line,

            @NotNull @Valid @Schema(description = "In the part's unit, or in another in which it is handled")
            Quantity quantity,

            @Size(max = 20)
            @Schema(
                    nullable = true,
                    description =
                            "Of a serialised part: of each piece. For more than 20 pieces the line is named several times")
            List<@NotBlank @Size(max = 100) @Pattern(regexp = Text.LINE) String> serials) {

        /** The same, in the unit in which the part is counted. */
        Line counted(Part part, String pointer) {
            return new Line(line, part.counted(quantity, pointer + "/quantity"), serials);
        }

        /** The same with more pieces of it. */
        Line with(Line more) {
            return new Line(
                    line,
                    new Quantity(quantity.amount().add(more.quantity().amount()), quantity.unit()),
                    Stream.concat(pieces().stream(), more.pieces().stream()).toList());
        }

        List<String> pieces() {
            return Optional.ofNullable(serials).orElse(List.of());
        }
    }

    Optional<List<Line>> named() {
        return Optional.ofNullable(lines);
    }
}
