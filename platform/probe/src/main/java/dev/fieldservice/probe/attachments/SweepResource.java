package dev.fieldservice.probe.attachments;

import dev.fieldservice.platform.files.Files;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Sweeps at once, for tests that look at the service from outside. */
@Path("/v1/operations/probe/sweep-files")
@Tag(name = "Attachments")
@RolesAllowed("admin")
public class SweepResource {

    private final Files files;

    public SweepResource(Files files) {
        this.files = files;
    }

    /** How many files were deleted. */
    public record Swept(int files) {}

    @POST
    @Operation(operationId = "sweepFiles", summary = "Delete files that nobody refers to")
    public Uni<Swept> sweep() {
        return files.sweep().map(Swept::new);
    }
}
