package dev.fieldservice.inventory.containers;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.contracts.Text;
import dev.fieldservice.inventory.containers.ContainerLifecycle.State;
import dev.fieldservice.inventory.locations.StockLocation;
import dev.fieldservice.inventory.locations.Visibility;
import dev.fieldservice.inventory.stock.Moment;
import dev.fieldservice.platform.history.Histories;
import dev.fieldservice.platform.history.HistoryView;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.CurrentRequest;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.Queries;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Where each container is, and what is in it. */
@Path("/v1/containers")
@Tag(name = "Containers", description = "Returnable containers of what is counted by weight, and what is in each")
@RolesAllowed({Role.STOREKEEPER, Role.BUYER, Role.TECHNICIAN, Role.DISPATCHER, Role.SUPERVISOR, Role.ADMIN})
public class ContainerListResource {

    private static final String THEN = "As it was at this moment, by what had been recorded; now without it";

    private final Queries queries;
    private final Histories histories;
    private final CurrentRequest request;
    private final UnitOfWork unit;

    public ContainerListResource(Queries queries, Histories histories, CurrentRequest request, UnitOfWork unit) {
        this.queries = queries;
        this.histories = histories;
        this.request = request;
        this.unit = unit;
    }

    @GET
    @Operation(
            operationId = "listContainers",
            summary = "Containers, where they are, and what is in them",
            description =
                    "Technicians see those in the warehouses and in their own vehicle, and where those were as long as it was there, too.")
    public Uni<Page<ContainerView>> list(
            @RestQuery
                    @Size(max = 100)
                    @Pattern(regexp = Text.LINE)
                    @Parameter(description = "Blanks and case do not matter", example = "CIL-0471")
                    String number,
            @RestQuery UUID partId,
            @RestQuery @Parameter(description = "Where they are, or were then") UUID locationId,
            @RestQuery State state,
            @RestQuery UUID supplierId,
            @RestQuery @Parameter(description = THEN, example = "2026-03-01T00:00:00Z") OffsetDateTime asOf,
            @Valid @BeanParam PageRequest page) {
        Optional<Instant> moment = Moment.of(asOf);
        Visibility visibility = Visibility.of(request.caller());
        ContainerSearch search = ContainerSearch.by(visibility)
                .and("cast(sql('compared(number) = compared(?)', :number) as Boolean) = true", "number", number)
                .and("partId = :part", "part", partId)
                .and("supplierId = :supplier", "supplier", supplierId)
                .standing(moment, locationId, state);
        return queries.page(Container.class, search.where(), search.parameters(), page)
                .chain(found -> moment.map(then -> asOf(found, then))
                        .orElseGet(
                                () -> Uni.createFrom().item(found.map(one -> ContainerView.seenBy(one, visibility)))));
    }

    private Uni<Page<ContainerView>> asOf(Page<Container> found, Instant moment) {
        return unit.read(session -> PastContainers.of(session, found.items(), moment))
                .map(past -> found.map(container -> ContainerView.asOf(container, past.get(container.id()))));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getContainer", summary = "One container, where it is, and what is in it")
    public Uni<RestResponse<ContainerView>> get(
            @RestPath UUID id,
            @RestQuery @Parameter(description = THEN, example = "2026-03-01T00:00:00Z") OffsetDateTime asOf) {
        Optional<Instant> moment = Moment.of(asOf);
        Visibility visibility = Visibility.of(request.caller());
        return queries.one(
                "container", session -> shown(session, id, moment), Shown::container, shown -> shown.view(visibility));
    }

    /** @param past as it was; empty for now */
    private record Shown(Container container, Optional<PastContainers.Past> past) {

        ContainerView view(Visibility visibility) {
            return past.map(then -> ContainerView.asOf(container, then))
                    .orElseGet(() -> ContainerView.seenBy(container, visibility));
        }
    }

    /** Null if there is none that the caller sees, or was none then. */
    private Uni<Shown> shown(Mutiny.Session session, UUID id, Optional<Instant> moment) {
        return seen(session, id)
                .onItem()
                .ifNotNull()
                .transformToUni(found -> moment.isEmpty()
                        ? Uni.createFrom().item(new Shown(found, Optional.empty()))
                        : PastContainers.of(session, List.of(found), moment.get())
                                .chain(past -> past.isEmpty()
                                        ? Uni.createFrom().nullItem()
                                        : shownThen(session, found, past.get(found.id()))));
    }

    /** Null if the caller would not have seen it there. */
    private Uni<Shown> shownThen(Mutiny.Session session, Container found, PastContainers.Past past) {
        return isSeen(session, past.location()).map(isSeen -> isSeen ? new Shown(found, Optional.of(past)) : null);
    }

    private Uni<Container> seen(Mutiny.Session session, UUID id) {
        return session.find(Container.class, id)
                .chain(found -> found == null
                        ? Uni.createFrom().nullItem()
                        : isSeen(session, found.isInStock() ? found.locationId : null)
                                .map(isSeen -> isSeen ? found : null));
    }

    /** @param location null where it is not in stock */
    private Uni<Boolean> isSeen(Mutiny.Session session, UUID location) {
        Visibility visibility = Visibility.of(request.caller());
        if (visibility.driver().isEmpty() || location == null) {
            return Uni.createFrom().item(visibility.driver().isEmpty());
        }
        return session.find(StockLocation.class, location).map(visibility::includes);
    }

    @GET
    @Path("/{id}/entries")
    @RolesAllowed({Role.STOREKEEPER, Role.BUYER, Role.SUPERVISOR, Role.ADMIN})
    @Operation(
            operationId = "listContainerEntries",
            summary = "What came into a container and went out of it, oldest first",
            description = "Each is some or all of an entry of the ledger (GET /v1/stock-movements).")
    public Uni<Page<ContainerEntryView>> entries(@RestPath UUID id, @Valid @BeanParam PageRequest page) {
        return queries.one(Container.class, id, ContainerView::of)
                .chain(() -> queries.page(ContainerEntry.class, Filters.of("containerId", id), page))
                .map(found -> found.map(ContainerEntryView::of));
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed({Role.STOREKEEPER, Role.BUYER, Role.SUPERVISOR, Role.ADMIN})
    @Operation(operationId = "getContainerHistory", summary = "What was done with a container, oldest first")
    public Uni<Page<HistoryView>> history(@RestPath UUID id, @Valid @BeanParam PageRequest page) {
        return queries.one(Container.class, id, ContainerView::of).chain(() -> histories.ofSubject(id, page));
    }
}
