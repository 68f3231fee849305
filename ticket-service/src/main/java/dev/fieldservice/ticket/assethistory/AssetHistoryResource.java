package dev.fieldservice.ticket.assethistory;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.paging.Cursors;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.UnitOfWork;
import dev.fieldservice.ticket.assets.Asset;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/assets/{id}/history")
@Tag(name = "Assets", description = "The customers' machines")
@RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR, Role.ADMIN})
public class AssetHistoryResource {

    private final UnitOfWork unit;
    private final Cursors cursors;

    public AssetHistoryResource(UnitOfWork unit, Cursors cursors) {
        this.unit = unit;
        this.cursors = cursors;
    }

    @GET
    @Operation(
            operationId = "listAssetHistory",
            summary = "The life of a machine, oldest first",
            description =
                    "Tickets, closed jobs with the parts that were installed and taken out, meter readings, warranties and contracts"
                            + " that are or were in force for it, and when it was registered, changed, moved, retired or reinstated."
                            + " A page ends before its limit where its jobs have used 2000 parts.")
    public Uni<Page<AssetHistoryEntry>> list(
            @RestPath UUID id, @Valid @BeanParam AssetHistoryQuestion asked, @Valid @BeanParam PageRequest page) {
        asked.require();
        AssetHistories.Position after =
                cursors.position(page).map(AssetHistories.Position::read).orElse(AssetHistories.Position.START);
        return unit.read(session -> session.find(Asset.class, id)
                        .onItem()
                        .ifNull()
                        .failWith(() -> new Refusal.NotFound("asset").refused())
                        .chain(() -> AssetHistories.inOrder(session, id, asked, after, page.limit() + 1)))
                .map(found -> cursors.page(
                        found.entries(),
                        found.isCut(),
                        page,
                        last -> AssetHistories.Position.of(last).write()));
    }
}
