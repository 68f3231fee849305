package dev.fieldservice.ticket.contacts;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.rest.Queries;
import dev.fieldservice.ticket.customers.Belonging;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/contacts")
@Tag(name = "Contacts", description = "People at a customer's")
@RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR, Role.ADMIN})
public class ContactResource {

    private final HttpCommands commands;
    private final Queries queries;

    public ContactResource(HttpCommands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @POST
    @RolesAllowed({Role.DISPATCHER, Role.ADMIN})
    @Operation(operationId = "registerContact", summary = "Register a contact")
    public Uni<RestResponse<ContactView>> register(@Valid @NotNull ContactDetails details) {
        return commands.create(
                details,
                tx -> Belonging.requireCustomer(tx, details.customerId())
                        .chain(() -> tx.add(Contact.register(details, tx.by()))),
                ContactView.class,
                ContactView::of);
    }

    @GET
    @Operation(operationId = "listContacts", summary = "The contacts of a customer, oldest first")
    public Uni<Page<ContactView>> list(@RestQuery @NotNull UUID customerId, @Valid @BeanParam PageRequest page) {
        return queries.page(Contact.class, Filters.of("customerId", customerId), page)
                .map(found -> found.map(ContactView::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getContact", summary = "One contact")
    public Uni<RestResponse<ContactView>> get(@RestPath UUID id) {
        return queries.one(Contact.class, id, ContactView::of);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Role.DISPATCHER, Role.ADMIN})
    @Operation(operationId = "changeContact", summary = "Replace what is known of a contact")
    public Uni<RestResponse<ContactView>> change(@RestPath UUID id, @Valid @NotNull ContactDetails details) {
        return commands.replace(
                tx -> tx.load(Contact.class, id), (contact, by) -> contact.change(details, by), ContactView::of);
    }
}
