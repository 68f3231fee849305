package dev.fieldservice.ticket.externalids;

import dev.fieldservice.contracts.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What another system calls a customer or a site. */
@Schema(name = "ExternalId", description = "What another system calls it; of each system there is one")
public record ExternalId(
        @NotBlank
        @Size(max = 60)
        @Pattern(regexp = SYSTEM)
        @Schema(description = "The system, by a name that its callers keep to", examples = "erp")
        String system,

        @NotBlank @Size(max = 100) @Pattern(regexp = Text.LINE) @Schema(examples = "C-4711")
        String id) {

    public static final String SYSTEM = "^[a-z0-9-]+$";

    /** As a list is asked for it: {@code erp:C-4711}. */
    public static final String KEY = "^[a-z0-9-]{1,60}:[^\\u0000-\\u001F\\u007F-\\u009F]{1,100}$";

    public static final int LONGEST_KEY = 161;

    /** What it is looked for by; no name of a system has a colon. */
    String key() {
        return system + ":" + id;
    }

    @Override
    public String toString() {
        return key();
    }
}
