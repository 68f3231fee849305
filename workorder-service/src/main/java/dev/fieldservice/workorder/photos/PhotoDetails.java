package dev.fieldservice.workorder.photos;

import dev.fieldservice.contracts.Text;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.text.TakenText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * What is said of a photo beside its content. It stands in the address: a phone's background upload sends a file as the body and
 * nothing else, and headers hold no Romanian.
 */
public class PhotoDetails {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;

    @RestQuery
    @NotNull
    @Parameter(description = "What it is evidence of", example = "AFTER")
    Photo.Kind kind;

    @RestQuery
    @Parameter(description = "By the device's clock; the server's if absent", example = "2026-03-02T09:41:00Z")
    OffsetDateTime takenAt;

    @RestQuery
    @Size(max = 500)
    @Pattern(regexp = Text.LINE)
    @Parameter(description = "What is to be seen", example = "Ventilul fisurat")
    String caption;

    @RestQuery
    @Parameter(description = "The machine of this job, if it shows that")
    UUID assetId;

    @RestQuery
    @Parameter(description = "A part usage of this job, if it shows that")
    UUID usageId;

    @RestQuery
    @Size(max = 40)
    @Pattern(regexp = "^[a-z0-9]+(-[a-z0-9]+)*$")
    @Parameter(
            description = "The code of a question of this job's checklist, if it shows that",
            example = "leak-test-pressure")
    String itemCode;

    NewPhoto of(UUID id) {
        return new NewPhoto(
                id, kind, moment(), caption == null ? null : TakenText.of(caption), assetId, usageId, itemCode);
    }

    /** Java takes years that no database holds. */
    private Instant moment() {
        if (takenAt != null && (takenAt.getYear() < FIRST_YEAR || takenAt.getYear() > LAST_YEAR)) {
            throw Refusal.Invalid.field(
                            "takenAt", "too-far", "A year from %d to %d is expected.".formatted(FIRST_YEAR, LAST_YEAR))
                    .refused();
        }
        return takenAt == null ? null : takenAt.toInstant();
    }
}
