package dev.fieldservice.ticket.contacts;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.ContactRef;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Contact")
public record ContactView(
        UUID id,
        UUID customerId,
        String name,
        @Schema(nullable = true) String phone,
        @Schema(nullable = true) String email,

        @Schema(nullable = true, description = "In which they read best")
        String language,

        @Schema(description = "False where they want no mail about requests and visits")
        boolean visitMail,

        @Schema(nullable = true, description = "How they would rather be reached")
        ContactRef.Channel preferredChannel) {

    static ContactView of(Contact c) {
        return new ContactView(
                c.id(), c.customerId, c.name, c.phone, c.email, c.language, c.visitMail, c.preferredChannel);
    }
}
