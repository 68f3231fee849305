package dev.fieldservice.platform.mail;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The words of one mail in one language. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "MailText")
public record MailTextView(
        @Schema(description = "What the mail is for") String purpose,

        @Schema(description = "In which it is written, a tag of BCP 47")
        String language,

        @Schema(description = "As mails are written now, with names of values in braces")
        String subject,

        @Schema(description = "As mails are written now, with names of values in braces")
        String text,

        @Schema(description = "Whether these words are the company's own")
        boolean own,

        @Schema(description = "The one that is used where the company has none of its own")
        String defaultSubject,

        @Schema(description = "The one that is used where the company has none of its own")
        String defaultText,

        @Schema(
                description =
                        "What the words may name; what has a dot stands for a value of each entry of a list, or for the zone of a time")
        List<String> names,

        @Schema(nullable = true, description = "When the company last changed it, or withdrew its own")
        Instant changedAt,

        @Schema(nullable = true) String changedBy) {

    /** @param text what the company has said here; empty if it never has */
    static MailTextView of(MailPurpose purpose, String language, Wording brought, Optional<MailText> text) {
        Optional<Wording> own = text.flatMap(MailText::own);
        Wording used = own.orElse(brought);
        return new MailTextView(
                purpose.name(),
                language,
                used.subject(),
                used.text(),
                own.isPresent(),
                brought.subject(),
                brought.text(),
                purpose.names(),
                text.map(said -> said.changedAt).orElse(null),
                text.map(said -> said.changedBy).orElse(null));
    }
}
