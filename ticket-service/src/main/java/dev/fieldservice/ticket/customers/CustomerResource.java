package dev.fieldservice.ticket.customers;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.rest.Queries;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/customers")
@Tag(name = "Customers", description = "Who asks for work and pays for it")
@RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR, Role.ACCOUNTANT, Role.ADMIN})
public class CustomerResource {

    private final HttpCommands commands;
    private final Queries queries;

    public CustomerResource(HttpCommands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @POST
    @RolesAllowed({Role.DISPATCHER, Role.ADMIN})
    @Operation(operationId = "registerCustomer", summary = "Register a customer")
    public Uni<RestResponse<CustomerView>> register(@Valid @NotNull CustomerDetails details) {
        return commands.create(
                details, tx -> tx.add(Customer.register(details, tx.by())), CustomerView.class, CustomerView::of);
    }

    @GET
    @Operation(operationId = "listCustomers", summary = "Customers, oldest first")
    public Uni<Page<CustomerView>> list(@Valid @BeanParam PageRequest page) {
        return queries.page(Customer.class, Filters.none(), page).map(customers -> customers.map(CustomerView::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getCustomer", summary = "One customer")
    public Uni<RestResponse<CustomerView>> get(@RestPath UUID id) {
        return queries.one(Customer.class, id, CustomerView::of);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Role.DISPATCHER, Role.ADMIN})
    @Operation(operationId = "changeCustomer", summary = "Replace what is known of a customer")
    public Uni<RestResponse<CustomerView>> change(@RestPath UUID id, @Valid @NotNull CustomerDetails details) {
        return commands.replace(
                tx -> tx.load(Customer.class, id), (customer, by) -> customer.change(details, by), CustomerView::of);
    }
}
