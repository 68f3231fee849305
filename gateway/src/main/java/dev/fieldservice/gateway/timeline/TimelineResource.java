package dev.fieldservice.gateway.timeline;

import dev.fieldservice.gateway.problems.GatewayRefusal;
import dev.fieldservice.gateway.routing.Service;
import dev.fieldservice.gateway.routing.Upstreams;
import dev.fieldservice.gateway.timeline.Timeline.Part;
import dev.fieldservice.platform.problems.Problem;
import dev.fieldservice.platform.security.Caller;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.ConnectException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** One timeline of a ticket across all services. */
@Path("/v1/tickets/{ticketId}/timeline")
@Tag(name = "Tickets")
@Authenticated
public class TimelineResource {

    private static final List<String> PASSED_ON = List.of("Content-Type", "WWW-Authenticate", "Retry-After");

    private final Upstreams upstreams;
    private final Histories histories;
    private final Compositions compositions;
    private final TimelineConfig config;
    private final SecurityIdentity identity;
    private final RoutingContext exchange;

    TimelineResource(
            Upstreams upstreams,
            Histories histories,
            Compositions compositions,
            TimelineConfig config,
            SecurityIdentity identity,
            RoutingContext exchange) {
        this.upstreams = upstreams;
        this.histories = histories;
        this.compositions = compositions;
        this.config = config;
        this.identity = identity;
        this.exchange = exchange;
    }

    @GET
    @Operation(
            operationId = "getTicketTimeline",
            summary = "What happened to a ticket in all services",
            description = "Composed from the histories of all services at the time of the call. A service that does"
                    + " not answer in time is named in sources; the rest is still told. A few are composed at a time.")
    @APIResponse(
            responseCode = "200",
            description = "The timeline, oldest step first",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Timeline.class)))
    public Uni<Response> timeline(@RestPath UUID ticketId, @Context HttpHeaders headers) {
        String authorization = headers.getHeaderString(HttpHeaders.AUTHORIZATION);
        Caller caller = identity.getAttribute(Caller.ATTRIBUTE);
        return compositions.admit(exchange, caller.id(), () -> read(ticketId, authorization));
    }

    private Uni<Response> read(UUID ticketId, String authorization) {
        return upstreams
                .get(Service.TICKET, "/v1/tickets/" + ticketId, authorization, config.patience())
                .chain(ticket -> ticket.statusCode() == 200
                        ? composed(ticketId, authorization)
                        : Uni.createFrom().item(passedOn(ticket)))
                .onFailure()
                .recoverWithItem(TimelineResource::unreachable);
    }

    private Uni<Response> composed(UUID ticketId, String authorization) {
        AtomicLong read = new AtomicLong();
        List<Uni<Part>> parts = Arrays.stream(Service.values())
                .map(service -> histories.of(service, ticketId, authorization, read))
                .toList();
        return Uni.join()
                .all(parts)
                .andFailFast()
                .map(all -> Response.ok(Timeline.of(ticketId, all), MediaType.APPLICATION_JSON_TYPE)
                        .build());
    }

    /** Whether the caller may see the ticket is for the ticket service to say, and so is how it says no. */
    private static Response passedOn(HttpResponse<Buffer> refusal) {
        Response.ResponseBuilder response = Response.status(refusal.statusCode());
        if (refusal.body() != null) {
            response.entity(refusal.body().getBytes());
        }
        for (String header : PASSED_ON) {
            if (refusal.getHeader(header) != null) {
                response.header(header, refusal.getHeader(header));
            }
        }
        return response.build();
    }

    private static Response unreachable(Throwable failure) {
        GatewayRefusal refusal = switch (failure) {
            case TimeoutException late -> GatewayRefusal.GATEWAY_TIMEOUT;
            case ConnectException nobody -> GatewayRefusal.UNAVAILABLE;
            default -> GatewayRefusal.BAD_GATEWAY;
        };
        return Response.status(refusal.status())
                .type(Problem.MEDIA_TYPE)
                .header("Retry-After", "1")
                .entity(refusal.problem(Service.TICKET.fullName() + ": repeat the request"))
                .build();
    }
}
