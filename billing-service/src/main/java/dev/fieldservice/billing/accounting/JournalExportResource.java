package dev.fieldservice.billing.accounting;

import dev.fieldservice.billing.periods.Days;
import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.csv.Csv;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.rest.CurrentRequest;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.rest.Queries;
import dev.fieldservice.platform.rest.Shown;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/journal-exports")
@Tag(name = "Journal", description = "Issued documents as balanced entries of the books, and their export")
@RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
public class JournalExportResource {

    private static final List<String> COLUMNS = List.of(
            "bookedOn",
            "kind",
            "document",
            "customer",
            "account",
            "debit",
            "credit",
            "currency",
            "taxCategory",
            "taxPercent",
            "entryId");

    private final HttpCommands commands;
    private final Queries queries;
    private final UnitOfWork unit;
    private final CurrentRequest request;

    public JournalExportResource(HttpCommands commands, Queries queries, UnitOfWork unit, CurrentRequest request) {
        this.commands = commands;
        this.queries = queries;
        this.unit = unit;
        this.request = request;
    }

    @POST
    @Operation(
            operationId = "exportJournal",
            summary = "Hand over what was booked and is not exported yet",
            description =
                    "The oldest 5000 entries at most; complete says whether that was all. Each entry is in one export, whoever exports"
                            + " at the same time.")
    public Uni<RestResponse<JournalExportView>> export(@Valid @NotNull NewJournalExport wanted) {
        Days.requireDated("/upTo", wanted.upTo());
        return commands.create(
                wanted, tx -> JournalExports.make(tx, wanted), JournalExportView.class, JournalExportView::of);
    }

    @GET
    @Operation(operationId = "listJournalExports", summary = "Exports in the order they were made")
    public Uni<Page<JournalExportView>> list(@Valid @BeanParam PageRequest page) {
        return queries.page(JournalExport.class, Filters.none(), page).map(found -> found.map(JournalExportView::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getJournalExport", summary = "One export")
    public Uni<RestResponse<JournalExportView>> get(@RestPath UUID id) {
        return queries.one("journal export", session -> session.find(JournalExport.class, id), JournalExportView::of);
    }

    @GET
    @Path("/{id}/content")
    @Produces("text/csv;charset=UTF-8")
    @Operation(
            operationId = "getJournalExportFile",
            summary = "An export as CSV (RFC 4180), a line for each posting",
            description =
                    "The same bytes however often it is read. What a spreadsheet would take for a formula begins with an apostrophe.")
    public Uni<RestResponse<String>> file(@RestPath UUID id) {
        Shown shown = request.shown();
        return unit.read(session -> lines(session, id))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(lines -> shown.composed(Csv.write(COLUMNS, lines), 0));
    }

    private static Uni<List<List<?>>> lines(Mutiny.Session session, UUID id) {
        return session.find(JournalExport.class, id)
                .onItem()
                .ifNull()
                .failWith(() -> new Refusal.NotFound("journal export").refused())
                .chain(() -> JournalEntries.lines(session, id));
    }
}
