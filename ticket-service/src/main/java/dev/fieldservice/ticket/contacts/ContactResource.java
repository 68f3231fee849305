package dev.fieldservice.ticket.contacts;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.contracts.Text;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.phones.Phones;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.rest.Queries;
import dev.fieldservice.platform.rest.TextSearch;
import dev.fieldservice.ticket.corrections.Correction.About;
import dev.fieldservice.ticket.corrections.Corrections;
import dev.fieldservice.ticket.customers.Belonging;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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
    private final Corrections corrections;
    private final Phones phones;

    public ContactResource(HttpCommands commands, Queries queries, Corrections corrections, Phones phones) {
        this.commands = commands;
        this.queries = queries;
        this.corrections = corrections;
        this.phones = phones;
    }

    @POST
    @RolesAllowed({Role.DISPATCHER, Role.ADMIN})
    @Operation(operationId = "registerContact", summary = "Register a contact")
    public Uni<RestResponse<ContactView>> register(@Valid @NotNull ContactDetails entered) {
        ContactDetails details = entered.read(phones);
        return commands.create(
                details,
                tx -> Belonging.requireCustomer(tx, details.customerId())
                        .chain(() -> tx.add(Contact.register(details, tx.by()))),
                ContactView.class,
                ContactView::of);
    }

    @GET
    @Operation(operationId = "listContacts", summary = "Contacts, of a customer, by text or telephone")
    public Uni<Page<ContactView>> list(
            @RestQuery UUID customerId,
            @RestQuery
                    @Size(max = 40)
                    @Pattern(regexp = Text.LINE)
                    @Parameter(description = "However it is written", example = "+40 722 555 010")
                    String phone,
            @Valid @BeanParam TextSearch search,
            @Valid @BeanParam PageRequest page) {
        Filters filters = Filters.of("customerId", customerId)
                .text(search)
                .sql("phone_key(phone) = ?", phone == null ? null : phones.key("phone", phone));
        return queries.page(Contact.class, filters, search.order(), page).map(found -> found.map(ContactView::of));
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
    @Operation(
            operationId = "changeContact",
            summary = "Replace what is known of a contact",
            description =
                    "Open tickets, their orders and drafts of invoices follow; what is signed, issued or closed stays"
                            + " as it was.")
    public Uni<RestResponse<ContactView>> change(@RestPath UUID id, @Valid @NotNull ContactDetails entered) {
        ContactDetails details = entered.read(phones);
        return commands.replace(
                tx -> tx.load(Contact.class, id)
                        .call(found -> corrections.follow(
                                tx, found, found.differsFrom(details), About.CONTACT, details.customerId())),
                (contact, by) -> contact.change(details, by),
                ContactView::of);
    }
}
