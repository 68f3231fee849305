package dev.fieldservice.dispatch.confirmations;

import dev.fieldservice.dispatch.company.KnownCompany;
import dev.fieldservice.dispatch.orders.Appointments;
import dev.fieldservice.dispatch.orders.OrderVisit;
import dev.fieldservice.dispatch.orders.ServiceOrders;
import dev.fieldservice.dispatch.orders.VisitsConfig;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.rest.CurrentRequest;
import dev.fieldservice.platform.rest.Shown;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * For customers, who cannot sign in: the visit that they were told of, and that its time suits them. The code in the address opens that
 * visit and nothing else; it stands in the query, which no log keeps. To look confirms nothing, as programs that read mail follow its links.
 */
@Path(VisitConfirmationResource.PATH)
@PermitAll
public class VisitConfirmationResource {

    static final String PATH = "/v1/visit-confirmation";

    /** For browsers, which ask for it; whoever takes anything gets JSON. */
    private static final String PAGE = "text/html;charset=UTF-8;qs=0.5";

    private static final int LONGEST = 100;
    private static final String WHO = "customer, by link";

    private final UnitOfWork unit;
    private final ServiceOrders orders;
    private final CurrentRequest request;
    private final VisitPages pages;
    private final Clock clock;

    VisitConfirmationResource(
            UnitOfWork unit, ServiceOrders orders, CurrentRequest request, VisitPages pages, Clock clock) {
        this.unit = unit;
        this.orders = orders;
        this.request = request;
        this.pages = pages;
        this.clock = clock;
    }

    /** Where a visit with this code is shown. */
    public static String address(VisitsConfig config, String code) {
        return config.publicAddress() + PATH + "?code=" + code;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Uni<RestResponse<AnnouncedVisit>> read(@RestQuery @NotNull @Size(max = LONGEST) String code) {
        Shown shown = request.shownToAnybody();
        return found(code).map(visit -> shown.composed(visit.orElseThrow(VisitConfirmationResource::none), 0));
    }

    @GET
    @Produces(PAGE)
    @Operation(hidden = true)
    public Uni<RestResponse<String>> show(
            @RestQuery @NotNull @Size(max = LONGEST) String code, @Context HttpHeaders headers) {
        List<Locale> wished = headers.getAcceptableLanguages();
        return found(code).chain(visit -> page(code, visit, wished));
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Uni<AnnouncedVisit> confirm(
            @RestQuery @NotNull @Size(max = LONGEST) String code, @RestQuery @NotNull Instant at) {
        return confirmed(code, at).map(visit -> visit.orElseThrow(VisitConfirmationResource::none));
    }

    @POST
    @Produces(PAGE)
    @Operation(hidden = true)
    public Uni<RestResponse<String>> confirmAndShow(
            @RestQuery @NotNull @Size(max = LONGEST) String code,
            @RestQuery @NotNull Instant at,
            @Context HttpHeaders headers) {
        List<Locale> wished = headers.getAcceptableLanguages();
        return confirmed(code, at).chain(visit -> page(code, visit, wished));
    }

    private Uni<Optional<AnnouncedVisit>> found(String code) {
        return unit.read(session -> Appointments.byCode(session, code, clock.instant()))
                .map(found -> found.map(AnnouncedVisit::of));
    }

    /**
     * Once more changes nothing, and so does what is too late: the page says how it stands.
     *
     * @param at the arrival that suits them: they may look at one of before
     */
    private Uni<Optional<AnnouncedVisit>> confirmed(String code, Instant at) {
        By by = request.byNobody(WHO);
        return unit.read(session -> Appointments.byCode(session, code, by.at()))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : unit.run(by, tx -> confirm(tx, found.get(), at)).map(Optional::of));
    }

    private Uni<AnnouncedVisit> confirm(Tx tx, OrderVisit read, Instant at) {
        return orders.visit(tx, read.order().id(), read.appointment().id())
                .invoke(visit -> {
                    if (AnnouncedVisit.of(visit).isOpenFor(at)) {
                        visit.appointment().confirm(visit.order().jobCard(), tx.by());
                        visit.order().touch(tx.by());
                    }
                })
                .map(AnnouncedVisit::of);
    }

    private Uni<RestResponse<String>> page(String code, Optional<AnnouncedVisit> visit, List<Locale> wished) {
        return unit.read(KnownCompany::read)
                .map(company -> visit.map(found -> RestResponse.ok(pages.of(code, found, wished, company)))
                        .orElseGet(() ->
                                RestResponse.status(RestResponse.Status.NOT_FOUND, pages.ofNone(wished, company))));
    }

    private static RuntimeException none() {
        return new Refusal.NotFound("visit").refused();
    }
}
