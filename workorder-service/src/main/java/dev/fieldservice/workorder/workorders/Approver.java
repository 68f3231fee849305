package dev.fieldservice.workorder.workorders;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The customer's person who approves the work. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Approver")
public record Approver(
        String name,
        @Schema(nullable = true) String role,
        @Schema(nullable = true) String email) {}
