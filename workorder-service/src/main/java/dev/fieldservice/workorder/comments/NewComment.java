package dev.fieldservice.workorder.comments;

import dev.fieldservice.contracts.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "NewWorkOrderComment")
public record NewComment(
        @NotBlank @Size(max = 4000) @Pattern(regexp = Text.LINES)
        String text) {}
