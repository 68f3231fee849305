package dev.fieldservice.billing.bankstatements;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.http.BodyLimit;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.rest.ListOrder;
import dev.fieldservice.platform.rest.Queries;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/bank-statements")
@Tag(name = "Payments", description = "What was paid, and for what")
@RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
public class BankStatementResource {

    private final HttpCommands commands;
    private final Queries queries;
    private final BankStatements statements;

    public BankStatementResource(HttpCommands commands, Queries queries, BankStatements statements) {
        this.commands = commands;
        this.queries = queries;
        this.statements = statements;
    }

    @POST
    @BodyLimit("1M")
    @Operation(
            operationId = "importBankStatement",
            summary = "Record the payments of a bank statement",
            description =
                    "Each entry once, whatever file it comes in again. Invoices whose numbers the payer wrote are paid, what is due"
                            + " first before; by the payer's account, of which a payment is known, the one invoice of just this sum, or"
                            + " all that is open if it is just that. What is not certain stays unallocated. Each line tells what became"
                            + " of it; a file in which one cannot be read is refused as a whole.")
    public Uni<RestResponse<BankStatementView>> take(@Valid @NotNull NewBankStatement sent) {
        return commands.create(sent, tx -> statements.take(tx, sent), BankStatementView.class, BankStatementView::of);
    }

    @GET
    @Operation(operationId = "listBankStatements", summary = "Bank statements that were sent")
    public Uni<Page<BankStatementView.Summary>> list(@RestQuery Boolean dryRun, @Valid @BeanParam PageRequest page) {
        return queries.page(BankStatement.class, Filters.of("dryRun", dryRun), ListOrder.NEWEST, page)
                .map(found -> found.map(BankStatementView.Summary::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getBankStatement", summary = "One bank statement, and what became of each line")
    public Uni<RestResponse<BankStatementView>> get(@RestPath UUID id) {
        return queries.one("bank statement", session -> session.find(BankStatement.class, id), BankStatementView::of);
    }
}
