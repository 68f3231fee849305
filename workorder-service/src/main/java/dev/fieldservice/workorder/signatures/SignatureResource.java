package dev.fieldservice.workorder.signatures;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.http.BodyLimit;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.workorder.done.Done;
import dev.fieldservice.workorder.visits.Outcome;
import dev.fieldservice.workorder.workorders.Visibility;
import dev.fieldservice.workorder.workorders.WorkOrder;
import dev.fieldservice.workorder.workorders.WorkOrderCommands;
import dev.fieldservice.workorder.workorders.WorkOrderReads;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The customer signs exactly what was shown, and everybody can see later whether it still is what was signed. */
@Path("/v1/work-orders/{id}")
@Tag(name = "Signature", description = "Who approves at the customer's, what was shown, what was signed")
public class SignatureResource {

    private static final String PNG = "image/png";

    private final WorkOrderCommands commands;
    private final WorkOrderReads reads;
    private final Drawing drawing;
    private final WhenSigned next;

    public SignatureResource(WorkOrderCommands commands, WorkOrderReads reads, Drawing drawing, WhenSigned next) {
        this.commands = commands;
        this.reads = reads;
        this.drawing = drawing;
        this.next = next;
    }

    @GET
    @Path("/signing-content")
    @RolesAllowed({Role.TECHNICIAN, Role.SUPERVISOR, Role.DISPATCHER, Role.ADMIN})
    @Operation(operationId = "getSigningContent", summary = "What is shown to the customer, and its hash")
    public Uni<RestResponse<SigningContentView>> signingContent(
            @RestPath UUID id,
            @RestQuery
                    @Parameter(
                            description =
                                    "As which the visit is to end: part of what is signed, and visitOutcome of signWorkOrder then."
                                            + " It says nothing of a visit that has ended",
                            example = "COMPLETE")
                    Outcome outcome) {
        return reads.one(
                id,
                (session, order) -> Done.on(session, order.id())
                        .map(done -> SigningContent.of(order, done, outcome).view()));
    }

    @POST
    @Path("/signature")
    @BodyLimit("512K")
    @RolesAllowed(Role.TECHNICIAN)
    @Operation(
            operationId = "signWorkOrder",
            summary = "The customer has signed, has refused to, or was absent",
            description = "A signature counts for the content with the given hash only. Photos are part of it; others"
                    + " may be added later without a new signature, and are shown as a change.")
    public Uni<RestResponse<RecordedSignature>> sign(@RestPath UUID id, @Valid @NotNull Sign request) {
        request.requireConsistent();
        return commands.record(
                Visibility.CREW,
                id,
                request,
                (tx, order) -> sign(tx, order, request),
                RecordedSignature.class,
                RecordedSignature::of);
    }

    @GET
    @Path("/signature/content")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.TECHNICIAN, Role.SUPERVISOR, Role.DISPATCHER, Role.ADMIN})
    @Operation(operationId = "getSignedContent", summary = "Byte for byte what was shown when the customer signed")
    @APIResponse(
            responseCode = "200",
            description = "The content, as getSigningContent gave it then",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT, description = "A signing content")))
    public Uni<RestResponse<byte[]>> signedContent(@RestPath UUID id) {
        return reads.find(id, (session, order) -> last(session, order))
                .map(signature -> download(signature.content, MediaType.APPLICATION_JSON));
    }

    @GET
    @Path("/signature/image")
    @Produces(PNG)
    @RolesAllowed({Role.TECHNICIAN, Role.SUPERVISOR, Role.DISPATCHER, Role.ADMIN})
    @Operation(operationId = "getSignatureImage", summary = "The signature as it was drawn")
    public Uni<RestResponse<byte[]>> image(@RestPath UUID id) {
        return reads.find(
                        id,
                        (session, order) -> last(session, order)
                                .chain(signature -> session.find(SignatureImage.class, signature.id()))
                                .onItem()
                                .ifNull()
                                .failWith(SignatureResource::none))
                .map(image -> download(image.png, PNG));
    }

    /** A picture is looked at last: for whom the order is, whoever was shown what is true now, and once under one key. */
    private Uni<Signature> sign(Tx tx, WorkOrder order, Sign request) {
        return Done.on(tx.session(), order.id())
                .map(done -> Signature.of(
                        order, SigningContent.of(order, done, request.visitOutcome()), done.photos(), request, tx.by()))
                .call(signature -> request.image() == null
                        ? Uni.createFrom().voidItem()
                        : drawing.decoded(tx.by().id(), request.image()).chain(png -> keep(tx, signature, png)))
                .call(() -> next.signed(tx, order));
    }

    /** The picture refers to the signature, so it is stored after it. */
    private static Uni<Void> keep(Tx tx, Signature signature, byte[] png) {
        return tx.session()
                .persist(signature)
                .chain(() -> tx.session().persist(new SignatureImage(signature.id(), png)));
    }

    private static Uni<Signature> last(Mutiny.Session session, WorkOrder order) {
        return Signatures.last(session, order.id()).map(found -> found.orElseThrow(SignatureResource::none));
    }

    private static RestResponse<byte[]> download(byte[] content, String type) {
        return RestResponse.ResponseBuilder.ok(content).type(type).build();
    }

    private static RuntimeException none() {
        return new Refusal.NotFound("signature").refused();
    }
}
