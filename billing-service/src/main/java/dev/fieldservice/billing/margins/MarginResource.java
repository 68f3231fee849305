package dev.fieldservice.billing.margins;

import dev.fieldservice.billing.company.KnownCompany;
import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.paging.Cursors;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.rest.CurrentRequest;
import dev.fieldservice.platform.rest.Shown;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What is left of what came in: to read, for spreadsheets, and as a picture. */
@Path("/v1")
@Tag(name = "Margins", description = "Revenue, costs and what is left, by what it is asked")
@RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
public class MarginResource {

    private static final int MOST_LINES = 5000;
    private static final String FIRST = "|";

    private final UnitOfWork unit;
    private final Cursors cursors;
    private final CurrentRequest request;

    public MarginResource(UnitOfWork unit, Cursors cursors, CurrentRequest request) {
        this.unit = unit;
        this.cursors = cursors;
        this.request = request;
    }

    @GET
    @Path("/margins")
    @Operation(
            operationId = "listMargins",
            summary = "What came in, what it cost and what is left, in the order of keys",
            description =
                    "Of the jobs that were first closed in these days, whenever they were billed. Of each currency a sum of its own.")
    public Uni<Page<Margin>> list(@Valid @BeanParam MarginQuestion asked, @Valid @BeanParam PageRequest page) {
        asked.days().require();
        String[] after = cursors.position(page).orElse(FIRST).split("\\|", -1);
        return unit.read(session -> Margins.inOrder(session, asked, after[0], after[1], page.limit() + 1))
                .map(found -> cursors.page(found, page, Margin::position));
    }

    @GET
    @Path("/margins.csv")
    @Produces("text/csv;charset=UTF-8")
    @Operation(
            operationId = "getMarginFile",
            summary = "The same as CSV (RFC 4180), all of it",
            description =
                    "More than 5000 lines are refused. What a spreadsheet would take for a formula begins with an apostrophe.")
    public Uni<RestResponse<String>> file(@Valid @BeanParam MarginQuestion asked) {
        asked.days().require();
        Shown shown = request.shown();
        return unit.read(session -> Margins.inOrder(session, asked, "", "", MOST_LINES + 1))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(found -> shown.composed(MarginFile.write(bounded(found)), 0));
    }

    private static List<Margin> bounded(List<Margin> found) {
        if (found.size() > MOST_LINES) {
            throw Refusal.Invalid.field(
                            "to", "too-long", "There are more than %d lines. Ask for fewer days.".formatted(MOST_LINES))
                    .refused();
        }
        return found;
    }

    @GET
    @Path("/margins.svg")
    @Produces(MarginPlot.TYPE)
    @Operation(
            operationId = "getMarginPlot",
            summary = "The same as a picture: revenue beside cost",
            description = "In the company's currency: the last 24 months, or the 20 that brought in most.")
    public Uni<RestResponse<String>> plot(@Valid @BeanParam MarginQuestion asked) {
        asked.days().require();
        Shown shown = request.shown();
        return unit.read(session -> KnownCompany.read(session).chain(company -> {
                    MarginPlot plot = new MarginPlot(asked.by(), asked.days(), company.currency());
                    return Margins.foremost(session, asked, company.currency(), plot.most())
                            .map(plot::draw);
                }))
                .map(drawn -> shown.composed(drawn, 0));
    }
}
