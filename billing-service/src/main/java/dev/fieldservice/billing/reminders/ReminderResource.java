package dev.fieldservice.billing.reminders;

import dev.fieldservice.billing.reminders.ReminderLifecycle.State;
import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.http.Reason;
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
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/reminders")
@Tag(name = "Reminders", description = "Letters to customers about what is overdue")
@RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
public class ReminderResource {

    private final HttpCommands commands;
    private final Queries queries;
    private final Reminders reminders;

    public ReminderResource(HttpCommands commands, Queries queries, Reminders reminders) {
        this.commands = commands;
        this.queries = queries;
        this.reminders = reminders;
    }

    @POST
    @Operation(
            operationId = "draftReminder",
            summary = "Draft a reminder to a customer now",
            description =
                    "Of what is overdue for as long as the settings say, and of which the customer was not reminded at that level. It is"
                            + " drafted by itself within the hour; this waits for nothing. A customer has one draft, which grows.")
    public Uni<RestResponse<ReminderView>> draft(@Valid @NotNull NewReminder wanted) {
        return commands.create(wanted, tx -> reminders.draft(tx, wanted), ReminderView.class, ReminderView::of);
    }

    @GET
    @Operation(operationId = "listReminders", summary = "Reminders, in the order they were drafted")
    public Uni<Page<ReminderView>> list(
            @RestQuery UUID customerId, @RestQuery State state, @Valid @BeanParam PageRequest page) {
        Filters filters = Filters.of("customerId", customerId).and("state", state);
        return queries.page(Reminder.class, filters, page).map(found -> found.map(ReminderView::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getReminder", summary = "One reminder with its invoices")
    public Uni<RestResponse<ReminderView>> get(@RestPath UUID id) {
        return queries.one(Reminder.class, id, ReminderView::of);
    }

    @POST
    @Path("/{id}/accept")
    @Operation(
            operationId = "acceptReminder",
            summary = "Have a draft sent",
            description = "With what is still overdue now; what was paid meanwhile is left out.")
    public Uni<RestResponse<ReminderView>> accept(@RestPath UUID id, @Valid @NotNull Acceptance acceptance) {
        return commands.change(
                acceptance, tx -> reminders.accept(tx, id, acceptance), ReminderView.class, ReminderView::of);
    }

    @POST
    @Path("/{id}/send-again")
    @Operation(
            operationId = "sendReminderAgain",
            summary = "Try once more what has failed",
            description =
                    "As it was accepted, under the same Message-ID, so that it counts as one mail if it had arrived after all.")
    public Uni<RestResponse<ReminderView>> again(@RestPath UUID id) {
        return commands.change(null, tx -> reminders.again(tx, id), ReminderView.class, ReminderView::of);
    }

    @POST
    @Path("/{id}/drop")
    @Operation(
            operationId = "dropReminder",
            summary = "Do not send a draft",
            description = "Of these invoices the customer is not reminded at this level any more, but at the next.")
    public Uni<RestResponse<ReminderView>> drop(@RestPath UUID id, @Valid @NotNull Reason reason) {
        return commands.change(
                reason, tx -> reminders.drop(tx, id, reason.reason()), ReminderView.class, ReminderView::of);
    }
}
