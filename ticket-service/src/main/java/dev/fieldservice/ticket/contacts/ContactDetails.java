package dev.fieldservice.ticket.contacts;

import dev.fieldservice.contracts.ContactRef;
import dev.fieldservice.contracts.Text;
import dev.fieldservice.platform.phones.Phones;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.ticket.company.Languages;
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
        String email,

        @Size(min = 2, max = 35)
        @Pattern(regexp = Languages.TAG)
        @Schema(
                description = "In which they read best, a tag of BCP 47; where it is absent, those of the company",
                nullable = true,
                examples = "ro")
        String language,

        @Schema(
                description =
                        "False where they want no mail about requests and visits: then somebody has to call; absent, it stays as it"
                                + " is, which is true at first",
                nullable = true)
        Boolean visitMail,

        @Schema(
                description =
                        "How they would rather be reached. Who prefers the telephone is called, and gets no mail about requests and"
                                + " visits; where it is absent, they are written to",
                nullable = true)
        ContactRef.Channel preferredChannel) {

    public static ContactDetails of(UUID customerId, String name, String phone, String email) {
        return new ContactDetails(customerId, name, phone, email, null, null, null);
    }

    /** As it is kept. Refused if there can be no such telephone number, or there is no such language. */
    public ContactDetails read(Phones phones) {
        if (language != null && !Languages.isOne(language)) {
            throw Refusal.Invalid.field("/language", "unknown-language", Languages.EXPECTED)
                    .refused();
        }
        return new ContactDetails(
                customerId, name, phones.taken("/phone", phone, null), email, language, visitMail, preferredChannel);
    }

    /** The same of this customer. */
    public ContactDetails of(UUID customer) {
        return new ContactDetails(customer, name, phone, email, language, visitMail, preferredChannel);
    }
}
