package dev.fieldservice.inventory.pieces;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.contracts.Text;
import dev.fieldservice.platform.history.Histories;
import dev.fieldservice.platform.history.HistoryView;
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
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/pieces")
@Tag(name = "Pieces", description = "Where each piece with a serial number is, and where it was")
@RolesAllowed({Role.STOREKEEPER, Role.BUYER, Role.DISPATCHER, Role.SUPERVISOR, Role.ADMIN})
public class PieceResource {

    private final HttpCommands commands;
    private final Queries queries;
    private final Histories histories;

    public PieceResource(HttpCommands commands, Queries queries, Histories histories) {
        this.commands = commands;
        this.queries = queries;
        this.histories = histories;
    }

    @GET
    @Operation(operationId = "listPieces", summary = "Pieces with serial numbers, and where they are")
    public Uni<Page<PieceView>> list(
            @RestQuery
                    @Size(max = 100)
                    @Pattern(regexp = Text.LINE)
                    @Parameter(description = "Blanks and case do not matter", example = "TXV-2026-0117")
                    String serial,
            @RestQuery UUID partId,
            @RestQuery UUID locationId,
            @RestQuery UUID orderId,
            @RestQuery PieceState state,
            @RestQuery Disposition disposition,
            @Valid @BeanParam PageRequest page) {
        Filters filters = Filters.none()
                .sql("compared(serial) = compared(?)", serial)
                .and("partId", partId)
                .and("locationId", locationId)
                .and("orderId", orderId)
                .and("state", state)
                .and("disposition", disposition);
        return queries.page(Piece.class, filters, page).map(found -> found.map(PieceView::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getPiece", summary = "One piece, and where it is")
    public Uni<RestResponse<PieceView>> get(@RestPath UUID id) {
        return queries.one("piece", session -> session.find(Piece.class, id), one -> one, PieceView::of);
    }

    @GET
    @Path("/{id}/history")
    @Operation(operationId = "getPieceHistory", summary = "What moved the piece, oldest first")
    public Uni<Page<HistoryView>> history(@RestPath UUID id, @Valid @BeanParam PageRequest page) {
        return queries.one(Piece.class, id, PieceView::of).chain(() -> histories.ofSubject(id, page));
    }

    @POST
    @RolesAllowed({Role.STOREKEEPER, Role.ADMIN})
    @Operation(
            operationId = "enterPiece",
            summary = "Enter the serial number of a piece that is in stock without one",
            description = "The level stays as it is. What comes in is received with its serial numbers instead.")
    public Uni<RestResponse<PieceView>> enter(@Valid @NotNull PieceDetails details) {
        return commands.create(details, tx -> Naming.enter(tx, details), PieceView.class, PieceView::of);
    }

    @POST
    @Path("/{id}/withdraw")
    @RolesAllowed({Role.STOREKEEPER, Role.ADMIN})
    @Operation(
            operationId = "withdrawPiece",
            summary = "The piece is not in stock, and the ledger does not have it either",
            description =
                    "The level stays as it is: one can be withdrawn of more pieces than it says, or whose number was entered"
                            + " (POST /v1/pieces) and that nothing has moved since. The right number is entered afterwards.")
    public Uni<RestResponse<PieceView>> withdraw(@RestPath UUID id, @Valid @NotNull Reason why) {
        return commands.change(why, tx -> Naming.withdraw(tx, id, why.reason()), PieceView.class, PieceView::of);
    }

    @POST
    @Path("/{id}/dispose")
    @RolesAllowed({Role.STOREKEEPER, Role.ADMIN})
    @Operation(
            operationId = "disposeOfPiece",
            summary = "Say what becomes of a piece that came out of a machine",
            description = "Until it moves again: what is received or entered afterwards is in stock.")
    public Uni<RestResponse<PieceView>> dispose(@RestPath UUID id, @Valid @NotNull Disposal disposal) {
        return commands.change(
                disposal,
                tx -> tx.load(Piece.class, id)
                        .invoke(piece -> piece.dispose(disposal.disposition(), disposal.reason(), tx.by())),
                PieceView.class,
                PieceView::of);
    }
}
