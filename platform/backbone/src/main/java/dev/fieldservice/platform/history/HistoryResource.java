package dev.fieldservice.platform.history;

import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** This service's part of a timeline; the gateway puts the parts together. */
@Path("/v1/history")
@Tag(name = "History", description = "This service's part of a timeline; the gateway puts the parts together")
public class HistoryResource {

    private final Histories histories;

    public HistoryResource(Histories histories) {
        this.histories = histories;
    }

    @GET
    @RolesAllowed({"dispatcher", "supervisor", "accountant", "storekeeper", "admin"})
    @Operation(operationId = "listHistory", summary = "What this service did about one correlation id, oldest first")
    public Uni<Page<HistoryView>> list(@RestQuery @NotNull UUID correlationId, @Valid @BeanParam PageRequest page) {
        return histories.correlated(correlationId, page);
    }
}
