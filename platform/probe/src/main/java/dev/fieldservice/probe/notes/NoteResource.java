package dev.fieldservice.probe.notes;

import dev.fieldservice.platform.history.Histories;
import dev.fieldservice.platform.history.HistoryView;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.rest.Queries;
import dev.fieldservice.platform.transactions.Tx;
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

@Path("/v1/notes")
@Tag(name = "Notes", description = "The smallest thing that the platform can carry")
@RolesAllowed({"dispatcher", "admin"})
public class NoteResource {

    private final HttpCommands commands;
    private final Queries queries;
    private final Histories histories;

    public NoteResource(HttpCommands commands, Queries queries, Histories histories) {
        this.commands = commands;
        this.queries = queries;
        this.histories = histories;
    }

    private record Remarked(Note note, Remark remark) {}

    @POST
    @Operation(operationId = "writeNote", summary = "Write a note")
    public Uni<RestResponse<NoteView>> write(@Valid @NotNull NewNote request) {
        return commands.create(
                request, tx -> tx.add(Note.write(request.title(), tx.by())), NoteView.class, NoteView::of);
    }

    @GET
    @Operation(operationId = "listNotes", summary = "Notes, oldest first")
    public Uni<Page<NoteView>> list(@RestQuery NoteLifecycle.State state, @Valid @BeanParam PageRequest page) {
        return queries.page(Note.class, Filters.of("state", state), page).map(found -> found.map(NoteView::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getNote", summary = "One note")
    public Uni<RestResponse<NoteView>> get(@RestPath UUID id) {
        return queries.one(Note.class, id, NoteView::of);
    }

    @PUT
    @Path("/{id}")
    @Operation(operationId = "renameNote", summary = "Give it another title")
    public Uni<RestResponse<NoteView>> rename(@RestPath UUID id, @Valid @NotNull NewNote request) {
        return commands.replace(
                tx -> tx.load(Note.class, id), (note, by) -> note.rename(request.title(), by), NoteView::of);
    }

    @POST
    @Path("/{id}/finish")
    @RolesAllowed("dispatcher")
    @Operation(operationId = "finishNote", summary = "It is done")
    public Uni<RestResponse<NoteView>> finish(@RestPath UUID id) {
        return commands.change(
                null, tx -> tx.load(Note.class, id).invoke(note -> note.finish(tx.by())), NoteView.class, NoteView::of);
    }

    @POST
    @Path("/{id}/remarks")
    @Operation(operationId = "remarkOnNote", summary = "Remark on it")
    public Uni<RestResponse<RemarkView>> remark(@RestPath UUID id, @Valid @NotNull NewRemark request) {
        return commands.change(
                request,
                tx -> remark(tx, id, request),
                Remarked::note,
                RemarkView.class,
                done -> RemarkView.of(done.remark(), done.note()));
    }

    @GET
    @Path("/{id}/history")
    @Operation(operationId = "getNoteHistory", summary = "Who did what and when, oldest first")
    public Uni<Page<HistoryView>> history(@RestPath UUID id, @Valid @BeanParam PageRequest page) {
        return histories.ofSubject(id, page);
    }

    private static Uni<Remarked> remark(Tx tx, UUID id, NewRemark request) {
        return tx.load(Note.class, id)
                .chain(note ->
                        tx.add(Remark.on(note, request.text(), tx.by())).map(remark -> new Remarked(note, remark)));
    }
}
