package dev.fieldservice.ticket.locations;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.http.BodyLimit;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.rest.Queries;
import dev.fieldservice.platform.rest.TextSearch;
import dev.fieldservice.ticket.company.PublicHolidays;
import dev.fieldservice.ticket.externalids.ExternalId;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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
    private final ServiceLocations locations;
    private final PublicHolidays holidays;

    public ServiceLocationResource(
            HttpCommands commands, Queries queries, ServiceLocations locations, PublicHolidays holidays) {
        this.commands = commands;
        this.queries = queries;
        this.locations = locations;
        this.holidays = holidays;
    }

    @POST
    @BodyLimit("128K")
    @RolesAllowed({Role.DISPATCHER, Role.ADMIN})
    @Operation(operationId = "registerServiceLocation", summary = "Register a service location")
    public Uni<RestResponse<ServiceLocationView>> register(@Valid @NotNull ServiceLocationDetails details) {
        details.require(holidays);
        return commands.create(
                details,
                tx -> ServiceLocations.register(tx, details, tx.by()),
                ServiceLocationView.class,
                ServiceLocationView::of);
    }

    @POST
    @BodyLimit("128K")
    @Path("/upsert")
    @RolesAllowed({Role.DISPATCHER, Role.ADMIN})
    @Operation(
            operationId = "upsertServiceLocation",
            summary = "Register or change a service location by what another system calls it",
            description =
                    "The site of this id of that system is changed as by a `PUT`, or one is registered that is called so. What is"
                            + " sent again changes nothing. Where `calendar` is left out, the one that was entered stays.")
    public Uni<RestResponse<ServiceLocationView>> upsert(@Valid @NotNull ServiceLocationUpsert wanted) {
        wanted.require(holidays);
        return commands.change(
                wanted, tx -> locations.enter(tx, wanted, tx.by()), ServiceLocationView.class, ServiceLocationView::of);
    }

    @POST
    @Path("/{id}/set-external-id")
    @RolesAllowed({Role.DISPATCHER, Role.ADMIN})
    @Operation(
            operationId = "setExternalIdOfServiceLocation",
            summary = "Say what another system calls the service location",
            description = "Instead of what the same system called it before. An id of a system is of one site.")
    public Uni<RestResponse<ServiceLocationView>> name(@RestPath UUID id, @Valid @NotNull ExternalId externalId) {
        return commands.change(
                externalId,
                tx -> ServiceLocations.name(tx, id, externalId),
                ServiceLocationView.class,
                ServiceLocationView::of);
    }

    @GET
    @Operation(
            operationId = "listServiceLocations",
            summary =
                    "Service locations, of a customer, by text, by what another system calls them, or without a position")
    public Uni<Page<ServiceLocationView>> list(
            @RestQuery UUID customerId,
            @RestQuery
                    @Size(max = ExternalId.LONGEST_KEY)
                    @Pattern(regexp = ExternalId.KEY)
                    @Parameter(description = "The system, a colon, and what it calls the site", example = "erp:S-4711")
                    String externalId,
            @RestQuery @Parameter(description = "Those that have a position, or those that have none") Boolean located,
            @Valid @BeanParam TextSearch search,
            @Valid @BeanParam PageRequest page) {
        Filters filters = Filters.of("customerId", customerId)
                .text(search)
                .sql("latitude is null and ?", Boolean.FALSE.equals(located) ? true : null)
                .sql("latitude is not null and ?", Boolean.TRUE.equals(located) ? true : null)
                .sql("id in (select subject_id from service_location_external_id where key = ?)", externalId);
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
    @BodyLimit("128K")
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
        details.require(holidays);
        return commands.replace(
                tx -> locations.loadToChange(tx, id, details),
                (location, by) -> location.change(details, by),
                ServiceLocationView::of);
    }
}
