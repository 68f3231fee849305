package dev.fieldservice.ticket.attachments;

import dev.fieldservice.contracts.Text;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.text.TakenText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** What is said of an attachment beside its content. It stands in the address, as that of a photo does. */
public class AttachmentDetails {

    @RestQuery
    @NotNull
    @Size(min = 1, max = 100)
    @Pattern(regexp = Text.LINE)
    @Parameter(description = "The name of the file", example = "Chiller lactate 1.jpg")
    String name;

    @RestQuery
    @Size(max = 500)
    @Pattern(regexp = Text.LINE)
    @Parameter(description = "What is to be seen", example = "De aici picură")
    String caption;

    NewAttachment of(UUID id) {
        String called = TakenText.of(name);
        if (called.isEmpty()) {
            throw Refusal.Invalid.field("name", "not-blank", "There is nothing to see in this name.")
                    .refused();
        }
        return new NewAttachment(id, called, caption == null ? null : TakenText.of(caption));
    }
}
