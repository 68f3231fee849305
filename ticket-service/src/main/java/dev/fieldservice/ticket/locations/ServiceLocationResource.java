package dev.fieldservice.ticket.locations;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.rest.Queries;
import dev.fieldservice.platform.rest.TextSearch;
import dev.fieldservice.ticket.corrections.Correction.About;
import dev.fieldservice.ticket.corrections.Corrections;
import dev.fieldservice.ticket.customers.Belonging;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/service-locations")
@Tag(name = "Service locations", description = "Sites where customers have their machines")
@RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR, Role.ADMIN})
public class ServiceLocationResource {

    private final HttpCommands commands;
    private final Queries queries;
    private final Corrections corrections;

    public ServiceLocationResource(HttpCommands commands, Queries queries, Corrections corrections) {
        this.commands = commands;
        this.queries = queries;
        this.corrections = corrections;
    }

    @POST
    @RolesAllowed({Role.DISPATCHER, Role.ADMIN})
    @Operation(operationId = "registerServiceLocation", summary = "Register a service location")
    public Uni<RestResponse<ServiceLocationView>> register(@Valid @NotNull ServiceLocationDetails details) {
        details.requireKnownTimeZone();
        return commands.create(
                details,
                tx -> Belonging.requireCustomer(tx, details.customerId())
                        .chain(() -> tx.add(ServiceLocation.register(details, tx.by()))),
                ServiceLocationView.class,
                ServiceLocationView::of);
    }

    @GET
    @Operation(operationId = "listServiceLocations", summary = "Service locations, of a customer or by text")
    public Uni<Page<ServiceLocationView>> list(
            @RestQuery UUID customerId, @Valid @BeanParam TextSearch search, @Valid @BeanParam PageRequest page) {
        Filters filters = Filters.of("customerId", customerId).text(search);
        return queries.page(ServiceLocation.class, filters, search.order(), page)
                .map(found -> found.map(ServiceLocationView::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getServiceLocation", summary = "One service location")
    public Uni<RestResponse<ServiceLocationView>> get(@RestPath UUID id) {
        return queries.one(ServiceLocation.class, id, ServiceLocationView::of);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Role.DISPATCHER, Role.ADMIN})
    @Operation(
            operationId = "changeServiceLocation",
            summary = "Replace what is known of a service location",
            description =
                    "Open tickets, their orders and drafts of invoices follow, and a ticket that is over as long as it may still"
                            + " be billed; what is signed, issued or closed stays as it was.")
    public Uni<RestResponse<ServiceLocationView>> change(
            @RestPath UUID id, @Valid @NotNull ServiceLocationDetails details) {
        details.requireKnownTimeZone();
        return commands.replace(
                tx -> tx.load(ServiceLocation.class, id)
                        .call(found -> corrections.follow(
                                tx, found, found.differsFrom(details), About.SITE, details.customerId())),
                (location, by) -> location.change(details, by),
                ServiceLocationView::of);
    }
}
