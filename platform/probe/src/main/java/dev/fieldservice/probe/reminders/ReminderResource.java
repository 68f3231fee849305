package dev.fieldservice.probe.reminders;

import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.errands.Errands;
import dev.fieldservice.platform.mail.Mails;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.probe.errands.ProbeErrand;
import dev.fieldservice.probe.notes.Note;
import dev.fieldservice.probe.notes.NoteView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/notes/{id}")
@Tag(name = "Notes", description = "The smallest thing that the platform can carry")
@RolesAllowed({"dispatcher", "admin"})
public class ReminderResource {

    private final HttpCommands commands;
    private final Errands errands;
    private final Mails mails;

    public ReminderResource(HttpCommands commands, Errands errands, Mails mails) {
        this.commands = commands;
        this.errands = errands;
        this.mails = mails;
    }

    @POST
    @Path("/reminders")
    @Operation(operationId = "remindOfNote", summary = "Have a remark made later")
    public Uni<RestResponse<NoteView>> remind(@RestPath UUID id, @Valid @NotNull NewReminder request) {
        ProbeErrand kind = request.daily() ? ProbeErrand.REPEATED_REMINDER : ProbeErrand.REMINDER;
        return change(
                request,
                id,
                (tx, note) -> errands.later(
                        tx, kind, note.subject(), new Reminder.Content(id, request.text()), request.due()));
    }

    @POST
    @Path("/mails")
    @Operation(operationId = "mailNote", summary = "Send it to somebody")
    public Uni<RestResponse<NoteView>> mail(@RestPath UUID id, @Valid @NotNull NewMail request) {
        return change(
                request,
                id,
                (tx, note) -> mails.later(
                        tx,
                        ProbeErrand.NOTE_MAIL,
                        note.subject(),
                        new NoteMail.Content(Ids.next(), id, request.recipient())));
    }

    private Uni<RestResponse<NoteView>> change(Object request, UUID id, BiFunction<Tx, Note, Uni<Void>> work) {
        return commands.change(
                request,
                tx -> tx.load(Note.class, id).call(note -> work.apply(tx, note)),
                NoteView.class,
                NoteView::of);
    }
}
