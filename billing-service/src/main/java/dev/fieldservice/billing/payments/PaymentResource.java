package dev.fieldservice.billing.payments;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.HttpCommands;
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
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/payments")
@Tag(name = "Payments", description = "What was paid, and for what")
@RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
public class PaymentResource {

    private final HttpCommands commands;
    private final Queries queries;
    private final Payments payments;

    public PaymentResource(HttpCommands commands, Queries queries, Payments payments) {
        this.commands = commands;
        this.queries = queries;
        this.payments = payments;
    }

    @POST
    @Operation(
            operationId = "recordPayment",
            summary = "Record a payment, and what it is for",
            description =
                    "Of one or several invoices, in part or whole; what is more stays unallocated, until it is allocated or paid back."
                            + " A negative amount was paid back to the customer.")
    public Uni<RestResponse<PaymentView>> record(@Valid @NotNull NewPayment details) {
        return commands.create(details, tx -> payments.enter(tx, details), PaymentView.class, PaymentView::of);
    }

    @GET
    @Operation(operationId = "listPayments", summary = "Payments, in the order they were recorded")
    public Uni<Page<PaymentView>> list(@Valid @BeanParam PaymentFilter filter, @Valid @BeanParam PageRequest page) {
        return queries.page(Payment.class, filter.narrow(), page).map(found -> found.map(PaymentView::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getPayment", summary = "One payment")
    public Uni<RestResponse<PaymentView>> get(@RestPath UUID id) {
        return queries.one(Payment.class, id, PaymentView::of);
    }

    @POST
    @Path("/{id}/assign")
    @Operation(
            operationId = "assignPayment",
            summary = "Say whose a payment is",
            description = "Of which nothing is allocated. A bank statement may have left open whose it is.")
    public Uni<RestResponse<PaymentView>> assign(@RestPath UUID id, @Valid @NotNull Assignment assignment) {
        return commands.change(
                assignment, tx -> Payments.assign(tx, id, assignment.customerId()), PaymentView.class, PaymentView::of);
    }

    @POST
    @Path("/{id}/take-back")
    @Operation(
            operationId = "takeBackPayment",
            summary = "Take a payment back",
            description =
                    "It was recorded by mistake, or the bank has taken it back. From that day on it does not count, and what it was"
                            + " allocated to is open again; all of it stays to be seen.")
    public Uni<RestResponse<PaymentView>> takeBack(@RestPath UUID id, @Valid @NotNull TakeBack request) {
        return commands.change(request, tx -> payments.takeBack(tx, id, request), PaymentView.class, PaymentView::of);
    }
}
