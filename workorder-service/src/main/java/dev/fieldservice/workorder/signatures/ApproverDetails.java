package dev.fieldservice.workorder.signatures;

import dev.fieldservice.contracts.Text;
import dev.fieldservice.workorder.workorders.Approver;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who approves the work at the customer's, and what finance should know. */
@Schema(name = "ApproverDetails")
public record ApproverDetails(
        @NotBlank @Size(max = 200) @Pattern(regexp = Text.LINE) @Schema(examples = "Maria Ionescu")
        String name,

        @Size(min = 1, max = 100) @Pattern(regexp = Text.LINE) @Schema(nullable = true, examples = "Manager de magazin")
        String role,

        @Email @Size(min = 3, max = 254) @Pattern(regexp = Text.LINE) @Schema(nullable = true, format = "email")
        String email,

        @Size(min = 1, max = 4000)
        @Pattern(regexp = Text.LINES)
        @Schema(nullable = true, description = "For finance; the customer does not sign it")
        String billingNotes) {

    public Approver approver() {
        return new Approver(name, role, email);
    }
}
