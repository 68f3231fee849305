package dev.fieldservice.billing.owners;

import dev.fieldservice.contracts.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is to see to something from now on. */
@Schema(name = "OwnerAssignment")
public record OwnerAssignment(
        @NotNull @Schema(description = "A user of Keycloak; kept as it is sent")
        UUID ownerId,

        @NotBlank
        @Size(max = 200)
        @Pattern(regexp = Text.LINE)
        @Schema(description = "As lists show it", examples = "Ana Stan")
        String ownerName) {

    public Owner owner() {
        return new Owner(ownerId, ownerName);
    }
}
