package dev.fieldservice.billing.accounts;

import dev.fieldservice.billing.pricing.PriceChanges;
import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.rest.CurrentRequest;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/customer-accounts/{customerId}")
@Tag(name = "Receivables", description = "What customers owe")
@RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
public class CustomerAccountResource {

    private final HttpCommands commands;
    private final Queries queries;
    private final UnitOfWork unit;
    private final CurrentRequest request;
    private final PriceChanges prices;

    public CustomerAccountResource(
            HttpCommands commands, Queries queries, UnitOfWork unit, CurrentRequest request, PriceChanges prices) {
        this.commands = commands;
        this.queries = queries;
        this.unit = unit;
        this.request = request;
        this.prices = prices;
    }

    @GET
    @Operation(
            operationId = "getCustomerAccount",
            summary = "What was agreed with a customer about paying and language")
    public Uni<RestResponse<CustomerAccountView>> get(@RestPath UUID customerId) {
        return queries.one(
                "customer account",
                session -> known(session, customerId)
                        .chain(() -> session.find(CustomerAccount.class, customerId)
                                .onItem()
                                .ifNull()
                                .continueWith(() -> CustomerAccount.ofNobodyYet(customerId))),
                CustomerAccountView::of);
    }

    @PUT
    @Operation(
            operationId = "agreeCustomerTerms",
            summary = "Say how long a customer has to pay, and in which language one writes",
            description =
                    "For invoices that are issued from now on; those that are issued keep their day and their words.")
    public Uni<RestResponse<CustomerAccountView>> agree(
            @RestPath UUID customerId, @Valid @NotNull CustomerTerms terms) {
        return commands.replace(
                tx -> prices.customerChanged(tx, customerId).chain(() -> CustomerAccount.load(tx, customerId)),
                (account, by) -> account.agree(terms, by),
                CustomerAccountView::of);
    }

    @GET
    @Path("/balances")
    @Operation(operationId = "getCustomerBalances", summary = "What a customer owes now, and what is the customer's")
    public Uni<RestResponse<CustomerAccountView.Balances>> balances(@RestPath UUID customerId) {
        return read(session -> known(session, customerId)
                .chain(() -> Balance.of(session, customerId))
                .map(found -> new CustomerAccountView.Balances(customerId, found)));
    }

    @GET
    @Path("/statement")
    @Operation(
            operationId = "getStatement",
            summary = "Statement of account of a customer",
            description =
                    "All that was booked from one day to another in one currency, with what was owed before and after. At most"
                            + " 400 days and 2000 entries.")
    public Uni<RestResponse<Statement>> statement(@RestPath UUID customerId, @Valid @BeanParam StatementPeriod period) {
        period.require();
        return read(session -> known(session, customerId).chain(() -> Statements.of(session, customerId, period)));
    }

    @GET
    @Path("/statement.csv")
    @Produces("text/csv;charset=UTF-8")
    @Operation(
            operationId = "getStatementFile",
            summary = "The same as CSV (RFC 4180)",
            description = "What a spreadsheet would take for a formula begins with an apostrophe.")
    public Uni<RestResponse<String>> file(@RestPath UUID customerId, @Valid @BeanParam StatementPeriod period) {
        period.require();
        Shown shown = request.shown();
        return unit.read(session -> known(session, customerId).chain(() -> Statements.of(session, customerId, period)))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(statement -> shown.composed(StatementFile.write(statement), 0));
    }

    private <V> Uni<RestResponse<V>> read(Function<Mutiny.Session, Uni<V>> query) {
        Shown shown = request.shown();
        return unit.read(query).map(view -> shown.composed(view, 0));
    }

    private static Uni<Void> known(Mutiny.Session session, UUID customer) {
        return CustomerAccount.isKnown(session, customer)
                .invoke(known -> {
                    if (!known) {
                        throw new Refusal.NotFound("customer account").refused();
                    }
                })
                .replaceWithVoid();
    }
}
