package dev.fieldservice.ticket.customers;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.contracts.Text;
import dev.fieldservice.contracts.codes.TaxIds;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.phones.Phones;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.rest.Queries;
import dev.fieldservice.platform.rest.TextSearch;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/customers")
@Tag(name = "Customers", description = "Who asks for work and pays for it")
@RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR, Role.ACCOUNTANT, Role.ADMIN})
public class CustomerResource {

    private final HttpCommands commands;
    private final Queries queries;
    private final Customers customers;
    private final Mergers mergers;
    private final Phones phones;

    public CustomerResource(
            HttpCommands commands, Queries queries, Customers customers, Mergers mergers, Phones phones) {
        this.commands = commands;
        this.queries = queries;
        this.customers = customers;
        this.mergers = mergers;
        this.phones = phones;
    }

    @POST
    @RolesAllowed({Role.DISPATCHER, Role.ADMIN})
    @Operation(operationId = "registerCustomer", summary = "Register a customer")
    public Uni<RestResponse<CustomerView>> register(@Valid @NotNull CustomerDetails entered) {
        CustomerDetails details = entered.read(phones);
        return commands.create(
                details, tx -> tx.add(Customer.register(details, tx.by())), CustomerView.class, CustomerView::of);
    }

    @POST
    @Path("/upsert")
    @RolesAllowed({Role.DISPATCHER, Role.ADMIN})
    @Operation(
            operationId = "upsertCustomer",
            summary = "Register or change a customer by what another system calls them",
            description =
                    "The customer of this id of that system is changed as by a `PUT`, or one is registered who is called so. What"
                            + " is sent again changes nothing.")
    public Uni<RestResponse<CustomerView>> upsert(@Valid @NotNull CustomerUpsert entered) {
        CustomerUpsert wanted = entered.read(phones);
        return commands.change(
                wanted, tx -> customers.enter(tx, wanted, tx.by()), CustomerView.class, CustomerView::of);
    }

    @POST
    @Path("/{id}/set-external-id")
    @RolesAllowed({Role.DISPATCHER, Role.ADMIN})
    @Operation(
            operationId = "setExternalIdOfCustomer",
            summary = "Say what another system calls the customer",
            description = "Instead of what the same system called them before. An id of a system is of one customer.")
    public Uni<RestResponse<CustomerView>> name(@RestPath UUID id, @Valid @NotNull ExternalId externalId) {
        return commands.change(
                externalId, tx -> Customers.name(tx, id, externalId), CustomerView.class, CustomerView::of);
    }

    @POST
    @Path("/{id}/annotate")
    @RolesAllowed({Role.DISPATCHER, Role.ADMIN})
    @Operation(
            operationId = "annotateCustomer",
            summary = "Remark what the office should know of a customer",
            description =
                    "Instead of the notes and tags that are there. Nobody else is told, and no upsert or list changes them.")
    public Uni<RestResponse<CustomerView>> remark(@RestPath UUID id, @Valid @NotNull CustomerRemarks remarks) {
        return commands.change(
                remarks,
                tx -> tx.load(Customer.class, id).invoke(customer -> customer.remark(remarks, tx.by())),
                CustomerView.class,
                CustomerView::of);
    }

    @POST
    @Path("/{id}/merge-into")
    @RolesAllowed({Role.DISPATCHER, Role.ADMIN})
    @Operation(
            operationId = "mergeCustomer",
            summary = "Say that a customer is the same as another",
            description =
                    "Once and for all. The other, who is kept, takes over contacts, sites, machines, contracts and maintenance"
                            + " plans, and, a moment later, the tickets that are open or may still be billed, with their orders and"
                            + " drafts of invoices. What is issued, signed or closed stays as it was. The one who is merged is read by"
                            + " id still (`mergedInto`), and gets no new tickets: whatever else finds them leads to the one who is"
                            + " kept.")
    public Uni<RestResponse<CustomerView>> merge(@RestPath UUID id, @Valid @NotNull Merging merging) {
        return commands.change(
                merging, tx -> mergers.merge(tx, id, merging.customerId()), CustomerView.class, CustomerView::of);
    }

    @GET
    @Operation(
            operationId = "listCustomers",
            summary = "Customers, by text, telephone, tax identifier or what another system calls them",
            description =
                    "What was known of one who was merged finds the customer who is kept; by what another system still calls"
                            + " them, those who were merged are found themselves.")
    public Uni<Page<CustomerView>> list(
            @RestQuery
                    @Size(max = 40)
                    @Pattern(regexp = Text.LINE)
                    @Parameter(description = "However it is written", example = "+40 21 555 0100")
                    String phone,
            @RestQuery
                    @Size(max = 32)
                    @Pattern(regexp = Text.LINE)
                    @Parameter(
                            description =
                                    "Without its country it finds those of every country; with it, those of that country and"
                                            + " those that are kept without one",
                            example = "RO12345674")
                    String taxId,
            @RestQuery
                    @Size(max = ExternalId.LONGEST_KEY)
                    @Pattern(regexp = ExternalId.KEY)
                    @Parameter(
                            description = "The system, a colon, and what it calls the customer",
                            example = "erp:C-4711")
                    String externalId,
            @RestQuery
                    @Size(max = 60)
                    @Pattern(regexp = CustomerRemarks.TAG)
                    @Parameter(description = "Those who are tagged so", example = "key-account")
                    String tag,
            @Valid @BeanParam TextSearch search,
            @Valid @BeanParam PageRequest page) {
        Filters filters = Filters.none()
                .text(search, CustomerResource::theirs)
                .sql("id in (select subject_id from customer_external_id where key = ?)", externalId)
                .sql(theirs("tags @> array[cast(? as text)]"), tag)
                .sql("(merged_into is null) = ?", externalId == null ? true : null)
                .sql(theirs("phone_key(phone) = ?"), phone == null ? null : phones.key("phone", phone))
                .sql(theirs("tax_key = ?"), TaxIds.number(taxId))
                .sql(
                        theirs("tax_country is null or tax_country = ?"),
                        TaxIds.country(taxId).orElse(null));
        return queries.page(Customer.class, filters, search.order(), page)
                .map(customers -> customers.map(CustomerView::of));
    }

    /** What is known of a customer, or was of one who was merged into them. Of these there are few: both is found by an index. */
    private static String theirs(String condition) {
        return "(%1$s) or id = any(array(select merged_into from customer where merged_into is not null and (%1$s)))"
                .formatted(condition);
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
    @Operation(
            operationId = "changeCustomer",
            summary = "Replace what is known of a customer",
            description =
                    "Open tickets, their orders and drafts of invoices follow, and a ticket that is over as long as it may still"
                            + " be billed; what is signed, issued or closed stays as it was.")
    public Uni<RestResponse<CustomerView>> change(@RestPath UUID id, @Valid @NotNull CustomerDetails entered) {
        CustomerDetails details = entered.read(phones);
        return commands.replace(
                tx -> customers.loadToChange(tx, id, details),
                (customer, by) -> customer.change(details, by),
                CustomerView::of);
    }
}
