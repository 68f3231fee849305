package dev.fieldservice.ticket.meters;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.rest.Queries;
import dev.fieldservice.ticket.assets.Asset;
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

@Path("/v1/assets/{id}/meter-readings")
@Tag(name = "Assets", description = "The customers' machines")
@RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR, Role.ADMIN})
public class MeterReadingResource {

    private final HttpCommands commands;
    private final Queries queries;
    private final MeterReadings readings;

    public MeterReadingResource(HttpCommands commands, Queries queries, MeterReadings readings) {
        this.commands = commands;
        this.queries = queries;
        this.readings = readings;
    }

    @POST
    @RolesAllowed({Role.DISPATCHER, Role.ADMIN})
    @Operation(
            operationId = "recordMeterReading",
            summary = "Record what a meter of a machine shows",
            description =
                    "Plans that go by this meter look at it. A reading is never changed: a wrong one is corrected by another.")
    public Uni<RestResponse<MeterReadingView>> record(@RestPath UUID id, @Valid @NotNull NewMeterReading entered) {
        return commands.change(
                entered,
                tx -> readings.record(tx, id, entered),
                MeterReadings.Read::asset,
                MeterReadingView.class,
                read -> MeterReadingView.of(read.reading()));
    }

    @GET
    @Operation(operationId = "listMeterReadings", summary = "What the meters of a machine showed, oldest first")
    public Uni<Page<MeterReadingView>> list(
            @RestPath UUID id,
            @RestQuery
                    @Size(max = 20)
                    @Pattern(regexp = NewMeterReading.UNIT)
                    @Parameter(description = "Of the meter that counts this", example = "h")
                    String unit,
            @Valid @BeanParam PageRequest page) {
        Filters filters = Filters.of("assetId", id).and("unit", unit);
        return queries.one(Asset.class, id, Asset::id)
                .chain(() -> queries.page(MeterReading.class, filters, page))
                .map(found -> found.map(MeterReadingView::of));
    }
}
