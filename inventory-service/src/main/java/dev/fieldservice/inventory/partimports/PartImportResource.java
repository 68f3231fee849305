package dev.fieldservice.inventory.partimports;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.http.BodyLimit;
import dev.fieldservice.platform.http.BodyTypes;
import dev.fieldservice.platform.http.SmallUpload;
import dev.fieldservice.platform.imports.ListReport;
import dev.fieldservice.platform.imports.RowOutcome;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.rest.CurrentRequest;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.rest.ListOrder;
import dev.fieldservice.platform.rest.Queries;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/part-imports")
@Tag(name = "Parts", description = "What is used up and installed")
@RolesAllowed({Role.STOREKEEPER, Role.BUYER, Role.ADMIN})
public class PartImportResource {

    private final CurrentRequest request;
    private final HttpCommands commands;
    private final Queries queries;
    private final UnitOfWork unit;
    private final SmallUpload upload;
    private final PartImports imports;

    public PartImportResource(
            CurrentRequest request,
            HttpCommands commands,
            Queries queries,
            UnitOfWork unit,
            SmallUpload upload,
            PartImports imports) {
        this.request = request;
        this.commands = commands;
        this.queries = queries;
        this.unit = unit;
        this.upload = upload;
        this.imports = imports;
    }

    /** What the key of the request stands for. */
    record Sent(String sha256, boolean dryRun) {}

    @POST
    @BodyTypes({"text/csv", "application/octet-stream"})
    @BodyLimit("8M")
    @Operation(
            operationId = "importParts",
            summary = "Enter and change parts by a list",
            description =
                    "CSV in UTF-8, by commas or semicolons, of at most 20000 rows. The first line names the columns, in any order: number,"
                            + " and of name, unit, serialised, reorderPoint, gtin, category (a name), supersededBy and substitutes (numbers,"
                            + " | between several) and otherUnits (XBX=12) those that are to be set. A part"
                            + " of the number is changed, else one is registered. A column that is missing leaves what is there; an empty"
                            + " field takes away what may be left out. The answer comes at once, the rows are entered in the background,"
                            + " and one that is wrong holds up no other. The same list again changes nothing.")
    public Uni<RestResponse<ListReport>> take(
            @RestQuery
                    @Parameter(
                            description =
                                    "True: tell what would become of each row, and enter nothing. Rows that stand in each other's way"
                                            + " alone, such as successors in a circle, are only found when they are entered")
                    Boolean dryRun) {
        var _ = request.idempotencyKey(); // who has forgotten it need not send the file
        boolean isDryRun = Boolean.TRUE.equals(dryRun);
        return upload.receiveList()
                .chain(imports::read)
                .chain(list -> commands.create(
                        new Sent(list.sha256(), isDryRun),
                        tx -> imports.begin(tx, list, isDryRun),
                        ListReport.class,
                        PartImport::view));
    }

    @GET
    @Operation(operationId = "listPartImports", summary = "Lists of parts that were sent, newest first")
    public Uni<Page<ListReport>> list(@RestQuery Boolean dryRun, @Valid @BeanParam PageRequest page) {
        return queries.page(PartImport.class, Filters.of("dryRun", dryRun), ListOrder.NEWEST, page)
                .map(found -> found.map(PartImport::view));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getPartImport", summary = "One list, and what became of it")
    public Uni<RestResponse<ListReport>> get(@RestPath UUID id) {
        return queries.one("part import", session -> PartImports.find(session, id), PartImport::view);
    }

    @GET
    @Path("/{id}/rows")
    @Operation(operationId = "listPartImportRows", summary = "What became of each row, in their order")
    public Uni<Page<PartImportRowView>> rows(
            @RestPath UUID id, @RestQuery RowOutcome outcome, @Valid @BeanParam PageRequest page) {
        Uni<Page<PartImportRow>> found =
                queries.page(PartImportRow.class, Filters.of("importId", id).and("outcome", outcome), page);
        return unit.read(session -> PartImports.find(session, id)
                        .onItem()
                        .ifNull()
                        .failWith(() -> new Refusal.NotFound("part import").refused()))
                .chain(known -> found)
                .map(rows -> rows.map(PartImportRow::view));
    }
}
