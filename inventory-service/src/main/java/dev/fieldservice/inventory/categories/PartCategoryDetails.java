package dev.fieldservice.inventory.categories;

import dev.fieldservice.contracts.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is entered about a group of parts. */
public record PartCategoryDetails(
        @NotBlank
        @Size(max = 100)
        @Pattern(regexp = Text.LINE)
        @Schema(description = "Its own, blanks and case apart", examples = "Filtre")
        String name,

        @Schema(nullable = true, description = "The category within which it lies")
        UUID parentId) {}
