package dev.fieldservice.inventory.categories;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PartCategory", description = "A group of parts")
public record PartCategoryView(
        UUID id,
        String name,

        @Schema(nullable = true, description = "The category within which it lies")
        UUID parentId) {

    static PartCategoryView of(PartCategory c) {
        return new PartCategoryView(c.id(), c.name, c.parentId);
    }
}
