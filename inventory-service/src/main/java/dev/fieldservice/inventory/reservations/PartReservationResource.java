package dev.fieldservice.inventory.reservations;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.Queries;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/part-reservations")
@Tag(name = "Reservations", description = "What is reserved for the next visit of each order, and what is missing")
@RolesAllowed({Role.STOREKEEPER, Role.BUYER, Role.DISPATCHER, Role.SUPERVISOR, Role.ADMIN})
public class PartReservationResource {

    private final Queries queries;

    public PartReservationResource(Queries queries) {
        this.queries = queries;
    }

    @GET
    @Operation(
            operationId = "listPartReservations",
            summary = "What orders need, and where it is reserved",
            description = "Of visits that are ahead or under way.")
    public Uni<Page<PartReservationView>> list(
            @RestQuery UUID orderId,
            @RestQuery UUID partId,
            @RestQuery UUID technicianId,
            @RestQuery @Parameter(description = "Only what is missing, or only what is not") Boolean missing,
            @Valid @BeanParam PageRequest page) {
        Filters filters = Filters.of("orderId", orderId)
                .and("partId", partId)
                .and("technicianId", technicianId)
                .sql("(missing > 0) = ?", missing);
        return queries.page(PartNeed.class, filters, page).map(found -> found.map(PartReservationView::of));
    }
}
