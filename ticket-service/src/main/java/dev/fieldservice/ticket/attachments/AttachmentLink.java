package dev.fieldservice.ticket.attachments;

import dev.fieldservice.platform.links.Seal;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** What a link carries in its address. */
public class AttachmentLink {

    private static final long YEAR_3000 = 32_503_680_000L;

    @RestQuery
    @NotNull
    @Min(0)
    @Max(YEAR_3000)
    @Parameter(description = "As it stands in the link", example = "1772443800")
    Long expires;

    @RestQuery
    @NotNull
    @Size(min = 43, max = 43)
    @Pattern(regexp = "^[A-Za-z0-9_-]*$")
    @Parameter(description = "As it stands in the link", example = "3q2-7wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
    String signature;

    Seal seal() {
        return new Seal(expires, signature);
    }
}
