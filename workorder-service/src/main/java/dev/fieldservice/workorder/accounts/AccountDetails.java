package dev.fieldservice.workorder.accounts;

import dev.fieldservice.contracts.Text;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was found on this visit, and what was done. */
@Schema(name = "VisitAccountDetails")
public record AccountDetails(
        @Size(min = 1, max = 4000)
        @Pattern(regexp = Text.LINES)
        @Schema(nullable = true, examples = "Racordul de refulare fisurat, pierde agent frigorific.")
        String found,

        @Size(min = 1, max = 4000)
        @Pattern(regexp = Text.LINES)
        @Schema(nullable = true, examples = "Racord înlocuit; probă de etanșeitate 24 bar azot, 30 de minute.")
        String done) {}
