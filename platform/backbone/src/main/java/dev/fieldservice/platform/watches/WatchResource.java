package dev.fieldservice.platform.watches;

import dev.fieldservice.platform.rest.CurrentRequest;
import dev.fieldservice.platform.validation.PastMoment;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** This service's part of the overview; the gateway puts the parts together. */
@Path("/v1/watches")
@Tag(name = "Watches", description = "This service's part of the overview; the gateway puts the parts together")
public class WatchResource {

    private final Watching watching;
    private final CurrentRequest request;
    private final Clock clock;

    public WatchResource(Watching watching, CurrentRequest request, Clock clock) {
        this.clock = clock;
        this.watching = watching;
        this.request = request;
    }

    @GET
    @RolesAllowed({"dispatcher", "supervisor", "accountant", "storekeeper", "buyer", "admin"})
    @Operation(operationId = "listWatches", summary = "How much waits for somebody in this service, and in which list")
    public Uni<Waiting> list(
            @RestQuery
                    @Parameter(
                            description = "How much waited at this moment, of what can be told of the past",
                            example = "2026-03-01T00:00:00Z")
                    OffsetDateTime asOf) {
        Instant now = clock.instant();
        return watching.waiting(
                request.caller().roles(), Optional.ofNullable(PastMoment.requirePassedOn("asOf", asOf, now)), now);
    }
}
