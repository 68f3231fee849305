package dev.fieldservice.ticket.customerimports;

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
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/customer-imports")
@Tag(name = "Customers", description = "Who asks for work and pays for it")
@RolesAllowed({Role.DISPATCHER, Role.ADMIN})
public class CustomerImportResource {

    private final CurrentRequest request;
    private final HttpCommands commands;
    private final Queries queries;
    private final UnitOfWork unit;
    private final SmallUpload upload;
    private final CustomerImports imports;

    public CustomerImportResource(
            CurrentRequest request,
            HttpCommands commands,
            Queries queries,
            UnitOfWork unit,
            SmallUpload upload,
            CustomerImports imports) {
        this.request = request;
        this.commands = commands;
        this.queries = queries;
        this.unit = unit;
        this.upload = upload;
        this.imports = imports;
    }

    /** What the key of the request stands for. */
    record Sent(String sha256, String system, boolean dryRun) {}

    @POST
    @BodyTypes({"text/csv", "application/octet-stream"})
    @BodyLimit("2M")
    @Operation(
            operationId = "importCustomers",
            summary = "Enter and change customers by a list",
            description =
                    "CSV in UTF-8, by commas or semicolons, of at most 20000 rows. The first line names the columns, in any order:"
                            + " externalId, what the system calls the customer, and those of the customer, a contact and a site that are"
                            + " to be set. Who is called so is changed, else they are registered; the contact is found by its name, the"
                            + " site by siteExternalId, or the customer's. A column that is missing leaves what is there; an empty field"
                            + " takes away what may be left out. The answer comes at once, the rows are entered in the background, and one"
                            + " that is wrong holds up no other. The same list again changes nothing.")
    public Uni<RestResponse<ListReport>> take(
            @RestQuery
                    @NotNull
                    @Size(max = 60)
                    @Pattern(regexp = ExternalId.SYSTEM)
                    @Parameter(description = "Whose ids they are", example = "erp")
                    String system,
            @RestQuery @Parameter(description = "True: tell what would become of each row, and enter nothing")
                    Boolean dryRun) {
        var _ = request.idempotencyKey(); // who has forgotten it need not send the file
        boolean isDryRun = Boolean.TRUE.equals(dryRun);
        return upload.receive()
                .chain(imports::read)
                .chain(list -> commands.create(
                        new Sent(list.sha256(), system, isDryRun),
                        tx -> imports.begin(tx, list, system, isDryRun),
                        ListReport.class,
                        CustomerImport::view));
    }

    @GET
    @Operation(operationId = "listCustomerImports", summary = "Lists of customers that were sent, newest first")
    public Uni<Page<ListReport>> list(@RestQuery Boolean dryRun, @Valid @BeanParam PageRequest page) {
        return queries.page(CustomerImport.class, Filters.of("dryRun", dryRun), ListOrder.NEWEST, page)
                .map(found -> found.map(CustomerImport::view));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getCustomerImport", summary = "One list, and what became of it")
    public Uni<RestResponse<ListReport>> get(@RestPath UUID id) {
        return queries.one("customer import", session -> CustomerImports.find(session, id), CustomerImport::view);
    }

    @GET
    @Path("/{id}/rows")
    @Operation(operationId = "listCustomerImportRows", summary = "What became of each row, in their order")
    public Uni<Page<CustomerImportRowView>> rows(
            @RestPath UUID id, @RestQuery RowOutcome outcome, @Valid @BeanParam PageRequest page) {
        Uni<Page<CustomerImportRow>> found =
                queries.page(CustomerImportRow.class, Filters.of("importId", id).and("outcome", outcome), page);
        return unit.read(session -> CustomerImports.find(session, id)
                        .onItem()
                        .ifNull()
                        .failWith(() -> new Refusal.NotFound("customer import").refused()))
                .chain(known -> found)
                .map(rows -> rows.map(CustomerImportRow::view));
    }
}
