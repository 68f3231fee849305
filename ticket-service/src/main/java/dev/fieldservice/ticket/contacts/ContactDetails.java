package dev.fieldservice.ticket.contacts;

import dev.fieldservice.contracts.Text;
import dev.fieldservice.platform.phones.Phones;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the back office enters about a contact. */
public record ContactDetails(
        @NotNull UUID customerId,

        @NotBlank @Size(max = 200) @Pattern(regexp = Text.LINE) @Schema(examples = "Maria Ionescu")
        String name,

        @Size(min = 1, max = 40)
        @Pattern(regexp = Text.LINE)
        @Schema(description = "Kept in E.164", nullable = true, examples = "+40 722 555 010")
        String phone,

        @Email @Size(min = 3, max = 254) @Pattern(regexp = Text.LINE) @Schema(nullable = true, format = "email")
        String email) {

    /** As it is kept. Refused if there can be no such telephone number. */
    public ContactDetails read(Phones phones) {
        return new ContactDetails(customerId, name, phones.taken("/phone", phone, null), email);
    }
}
