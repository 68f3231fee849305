package dev.fieldservice.billing.receivables;

import dev.fieldservice.billing.days.Day;
import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.paging.Cursors;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.CurrentRequest;
import dev.fieldservice.platform.rest.Shown;
import dev.fieldservice.platform.transactions.UnitOfWork;
import dev.fieldservice.platform.validation.DayBounds;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/receivables/ageing")
@Tag(name = "Receivables")
@RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
public class AgeingResource {

    private final UnitOfWork unit;
    private final Cursors cursors;
    private final CurrentRequest request;
    private final Clock clock;

    public AgeingResource(UnitOfWork unit, Cursors cursors, CurrentRequest request, Clock clock) {
        this.unit = unit;
        this.cursors = cursors;
        this.request = request;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "getAgeing",
            summary = "How old what customers owe is, or was on any day",
            description =
                    "Of each customer and in all, by how long it is due. A past day is told as it was booked by then: payments by the"
                            + " day on which the money came, allocations from the first day on which both were there.")
    public Uni<RestResponse<Ageing>> ageing(
            @RestQuery @Parameter(description = "Today, if left out", example = "2026-03-31") LocalDate asOf,
            @RestQuery UUID customerId,
            @Valid @BeanParam PageRequest page) {
        DayBounds.require("asOf", asOf);
        Shown shown = request.shown();
        String after = cursors.position(page).orElse("");
        Instant now = clock.instant();
        return unit.read(session -> day(session, asOf, now)
                        .chain(day -> Ageings.ofCustomers(session, day, customerId, after, page.limit() + 1)
                                .chain(rows -> Ageings.ofAll(session, day, customerId)
                                        .map(totals -> {
                                            Page<Ageing.OfCustomer> cut = cursors.page(rows, page, Ageings::position);
                                            return new Ageing(day, cut.items(), totals, cut.nextCursor());
                                        }))))
                .map(ageing -> shown.composed(ageing, 0));
    }

    private static Uni<LocalDate> day(Mutiny.Session session, LocalDate asOf, Instant now) {
        return Optional.ofNullable(asOf)
                .map(given -> Uni.createFrom().item(given))
                .orElseGet(() -> Day.of(session, now));
    }
}
