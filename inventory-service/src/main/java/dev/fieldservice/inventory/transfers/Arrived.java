package dev.fieldservice.inventory.transfers;

import dev.fieldservice.contracts.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What has arrived of a transfer, of which nothing more is expected. */
@Schema(name = "ArrivedStock")
public record Arrived(
        @Size(max = 100)
        @Schema(
                nullable = true,
                description =
                        "What has arrived; a line that is not named has nothing, and an empty list says that nothing"
                                + " has. All of it where this is left out")
        List<Handled.@NotNull @Valid Line> lines,

        @Size(min = 1, max = 1000)
        @Pattern(regexp = Text.LINES)
        @Schema(
                nullable = true,
                description = "Why something has not arrived, or more has; required where nothing has",
                examples = "Coletul s-a pierdut la curier")
        String reason) {

    Optional<List<Handled.Line>> named() {
        return Optional.ofNullable(lines);
    }
}
