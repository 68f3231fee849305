package dev.fieldservice.billing.accounting;

import dev.fieldservice.billing.periods.Days;
import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.Queries;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** What is booked, entry by entry and added up. */
@Path("/v1")
@Tag(name = "Journal", description = "Issued documents as balanced entries of the books, and their export")
@RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
public class JournalEntryResource {

    private final Queries queries;
    private final UnitOfWork unit;

    public JournalEntryResource(Queries queries, UnitOfWork unit) {
        this.queries = queries;
        this.unit = unit;
    }

    @GET
    @Path("/journal-entries")
    @Operation(
            operationId = "listJournalEntries",
            summary = "What was booked in some days, in the order it was booked",
            description =
                    "An entry is written with its document and never changed; what was wrong is booked the other way.")
    public Uni<Page<JournalEntryView>> list(
            @Valid @BeanParam Days days,
            @RestQuery DocumentKind kind,
            @RestQuery UUID documentId,
            @RestQuery UUID exportId,
            @Valid @BeanParam PageRequest page) {
        days.require();
        Filters filters = Filters.none()
                .condition("bookedOn >= :%s", days.from())
                .condition("bookedOn <= :%s", days.to())
                .and("kind", kind)
                .and("documentId", documentId)
                .and("exportId", exportId);
        return queries.page(JournalEntry.class, filters, page)
                .chain(found -> whole(found).map(entries -> new Page<>(entries, found.nextCursor())));
    }

    private Uni<List<JournalEntryView>> whole(Page<JournalEntry> found) {
        List<UUID> ids = found.items().stream().map(JournalEntry::id).toList();
        return unit.read(session -> JournalEntries.whole(session, ids))
                .map(entries -> entries.stream().map(JournalEntryView::of).toList());
    }

    @GET
    @Path("/journal-totals")
    @Operation(operationId = "getJournalTotals", summary = "What was booked in some days, added up by account")
    public Uni<JournalTotals> totals(@Valid @BeanParam Days days) {
        days.require();
        return unit.read(session -> JournalEntries.totals(session, days)).map(JournalTotals::new);
    }
}
