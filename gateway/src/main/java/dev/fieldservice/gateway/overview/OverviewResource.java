package dev.fieldservice.gateway.overview;

import dev.fieldservice.gateway.overview.Overview.Part;
import dev.fieldservice.gateway.routing.Service;
import dev.fieldservice.platform.validation.PastMoment;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** What waits for somebody, across all services. */
@Path("/v1/overview")
@Tag(name = "Overview", description = "Where to intervene")
@RolesAllowed({"dispatcher", "supervisor", "accountant", "storekeeper", "buyer", "admin"})
public class OverviewResource {

    private final Counting counting;
    private final Clock clock;

    OverviewResource(Counting counting, Clock clock) {
        this.counting = counting;
        this.clock = clock;
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
                            + " that does not answer in time is named in sources, and the rest is still told. With asOf, what is in one"
                            + " state and has a history is told as it was then; each number says as of when it is.")
    public Uni<Overview> overview(
            @RestQuery
                    @Parameter(
                            description =
                                    "A moment of the last 31 days; numbers that cannot be told of the past are of now",
                            example = "2026-03-01T00:00:00Z")
                    OffsetDateTime asOf,
            @Context HttpHeaders headers) {
        Optional<Instant> then = Optional.ofNullable(PastMoment.require("asOf", asOf, clock.instant()));
        String authorization = headers.getHeaderString(HttpHeaders.AUTHORIZATION);
        List<Uni<Part>> parts = Arrays.stream(Service.values())
                .map(service -> counting.in(service, then, authorization))
                .toList();
        return Uni.join().all(parts).andFailFast().map(Overview::of);
    }
}
