package dev.fieldservice.platform.watches;

import dev.fieldservice.platform.rest.CurrentRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** This service's part of the overview; the gateway puts the parts together. */
@Path("/v1/watches")
@Tag(name = "Watches", description = "This service's part of the overview; the gateway puts the parts together")
public class WatchResource {

    private final Watching watching;
    private final CurrentRequest request;

    public WatchResource(Watching watching, CurrentRequest request) {
        this.watching = watching;
        this.request = request;
    }

    @GET
    @RolesAllowed({"dispatcher", "supervisor", "accountant", "storekeeper", "buyer", "admin"})
    @Operation(operationId = "listWatches", summary = "How much waits for somebody in this service, and in which list")
    public Uni<Waiting> list() {
        return watching.waiting(request.caller().roles());
    }
}
