package dev.fieldservice.gateway.overview;

import dev.fieldservice.gateway.overview.Overview.Part;
import dev.fieldservice.gateway.routing.Service;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What waits for somebody, across all services. */
@Path("/v1/overview")
@Tag(name = "Overview", description = "Where to intervene")
@RolesAllowed({"dispatcher", "supervisor", "accountant", "storekeeper", "buyer", "admin"})
public class OverviewResource {

    private final Counting counting;

    OverviewResource(Counting counting) {
        this.counting = counting;
    }

    @GET
    @Operation(
            operationId = "getOverview",
            summary = "Where to intervene: what waits for somebody, and in which list it stands",
            description =
                    "Requests that nobody has looked at, promised times at risk and broken, orders that nobody is to go to, parts that"
                            + " are missing, visits that are late, jobs to examine, to bill and to collect, what does not add up,"
                            + " mails and messages that wait for a person: of each how many, since when, whose, and the list of just"
                            + " these. What the caller's roles may not list is not counted. Counted at the time of the call; a service"
                            + " that does not answer in time is named in sources, and the rest is still told.")
    public Uni<Overview> overview(@Context HttpHeaders headers) {
        String authorization = headers.getHeaderString(HttpHeaders.AUTHORIZATION);
        List<Uni<Part>> parts = Arrays.stream(Service.values())
                .map(service -> counting.in(service, authorization))
                .toList();
        return Uni.join().all(parts).andFailFast().map(Overview::of);
    }
}
