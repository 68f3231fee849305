package dev.fieldservice.probe.attachments;

import dev.fieldservice.platform.files.Downloads;
import dev.fieldservice.platform.files.Files;
import dev.fieldservice.platform.files.StoredFile;
import dev.fieldservice.platform.files.Uploads;
import dev.fieldservice.platform.http.BodyLimit;
import dev.fieldservice.platform.http.BodyTypes;
import dev.fieldservice.platform.pictures.PictureLimits;
import dev.fieldservice.platform.pictures.Png;
import dev.fieldservice.platform.pictures.UnfitPicture;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.platform.transactions.UnitOfWork;
import dev.fieldservice.probe.notes.Note;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/notes/{id}/attachments")
@Tag(name = "Attachments", description = "Files on notes")
@RolesAllowed({"dispatcher", "admin"})
public class AttachmentResource {

    private static final PictureLimits LIMITS = new PictureLimits(15 << 20, 10_000, 24_000_000);

    private static final String NAME = "^[^\\u0000-\\u001F\\u007F-\\u009F]*$";

    private final HttpCommands commands;
    private final UnitOfWork unit;
    private final Files files;
    private final Uploads uploads;
    private final Downloads downloads;

    public AttachmentResource(
            HttpCommands commands, UnitOfWork unit, Files files, Uploads uploads, Downloads downloads) {
        this.commands = commands;
        this.unit = unit;
        this.files = files;
        this.uploads = uploads;
        this.downloads = downloads;
    }

    private record Attach(String name, String mediaType, StoredFile file) {}

    private record Attached(Note note, Attachment attachment) {}

    @POST
    @BodyTypes({"image/jpeg", "image/png", "text/plain"})
    @BodyLimit("15M")
    @Operation(operationId = "attachFile", summary = "Attach a file")
    public Uni<RestResponse<AttachmentView>> attach(
            @RestPath UUID id,
            @RestQuery @NotBlank @Size(max = 200) @Pattern(regexp = NAME) String name,
            @RestHeader("Content-Type") String mediaType) {
        return received(mediaType)
                .map(file -> new Attach(name, mediaType, file))
                .chain(attach -> commands.change(
                        attach,
                        tx -> attach(tx, id, attach),
                        Attached::note,
                        AttachmentView.class,
                        done -> AttachmentView.of(done.attachment())));
    }

    @GET
    @Path("/{attachmentId}/content")
    @Produces({"image/jpeg", "image/png", "text/plain"})
    @Operation(operationId = "getAttachmentContent", summary = "The file itself")
    public Uni<Response> content(@RestPath UUID id, @RestPath UUID attachmentId) {
        return unit.read(session -> find(session, id, attachmentId))
                .chain(found -> downloads.answer(found.sha256, found.name, found.mediaType));
    }

    @POST
    @Path("/{attachmentId}/remove")
    @Operation(operationId = "removeAttachment", summary = "Take it off again")
    public Uni<RestResponse<AttachmentView>> remove(@RestPath UUID id, @RestPath UUID attachmentId) {
        return commands.change(
                null,
                tx -> remove(tx, id, attachmentId),
                Attached::note,
                AttachmentView.class,
                done -> AttachmentView.of(done.attachment()));
    }

    private Uni<StoredFile> received(String mediaType) {
        return mediaType.startsWith("image/png") ? uploads.receive(AttachmentResource::anew) : uploads.receive();
    }

    private static void anew(InputStream sent, OutputStream kept) throws IOException {
        try {
            var _ = Png.copy(sent, kept, LIMITS);
        } catch (UnfitPicture unfit) {
            throw new Refusal.RuleViolated("unfit-picture", unfit.getMessage()).refused();
        }
    }

    private Uni<Attached> attach(Tx tx, UUID id, Attach attach) {
        return tx.load(Note.class, id)
                .chain(note -> tx.add(Attachment.to(note, attach.name(), attach.mediaType(), attach.file(), tx.by()))
                        .map(attachment -> new Attached(note, attachment)))
                .call(done -> files.claim(
                        tx, attach.file().sha256(), done.attachment().id()));
    }

    private Uni<Attached> remove(Tx tx, UUID id, UUID attachmentId) {
        return tx.load(Note.class, id)
                .chain(note -> find(tx.session(), id, attachmentId).map(found -> new Attached(note, found)))
                .invoke(done -> tx.watch(done.attachment()))
                .invoke(done -> done.attachment().remove(tx.by()))
                .call(done -> files.release(tx, done.attachment().id()));
    }

    private static Uni<Attachment> find(Mutiny.Session session, UUID note, UUID id) {
        return session.find(Attachment.class, id).map(found -> {
            if (found == null || found.isRemoved || !found.noteId.equals(note)) {
                throw new Refusal.NotFound("attachment").refused();
            }
            return found;
        });
    }
}
