package dev.fieldservice.platform.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.rest.CurrentRequest;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.Queries;
import dev.fieldservice.platform.rest.ThisService;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.LockMode;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What operators do about messages that could not take effect. */
@Path("/v1/operations/{service}/parked-messages")
@Tag(name = "Operations", description = "What operators do about messages that could not take effect")
@RolesAllowed("admin")
public class ParkedMessageResource {

    private final UnitOfWork unit;
    private final Queries queries;
    private final CurrentRequest request;
    private final ObjectMapper json;
    private final ThisService thisService;

    public ParkedMessageResource(
            UnitOfWork unit, Queries queries, CurrentRequest request, ObjectMapper json, ThisService thisService) {
        this.unit = unit;
        this.queries = queries;
        this.request = request;
        this.json = json;
        this.thisService = thisService;
    }

    /** A parked message without its payload, which may hold personal data. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ParkedMessage")
    public record ParkedMessageView(
            UUID id,
            String topic,
            int partition,
            long offset,
            @Schema(nullable = true) String key,
            @Schema(nullable = true) String type,

            @Schema(description = "Why it could not take effect")
            String reason,

            Instant parkedAt,
            @Schema(nullable = true) Instant replayedAt,
            @Schema(nullable = true) String replayedBy) {

        static ParkedMessageView of(ParkedMessage m) {
            return new ParkedMessageView(
                    m.id,
                    m.topic,
                    m.partition,
                    m.offset,
                    m.key,
                    m.type,
                    m.reason,
                    m.parkedAt,
                    m.replayedAt,
                    m.replayedBy);
        }
    }

    @GET
    @Operation(operationId = "listParkedMessages", summary = "Messages that could not take effect, oldest first")
    public Uni<Page<ParkedMessageView>> list(
            @RestPath @Size(max = 40) @Pattern(regexp = "^[a-z-]+$") String service,
            @RestQuery @Parameter(description = "Only those that were sent once more, or only those that were not")
                    Boolean replayed,
            @Valid @BeanParam PageRequest page) {
        thisService.require(service);
        Filters filters = Filters.none().sql("(replayed_at is not null) = ?", replayed);
        return queries.page(ParkedMessage.class, filters, page).map(found -> found.map(ParkedMessageView::of));
    }

    @POST
    @Path("/{id}/replay")
    @Operation(operationId = "replayParkedMessage", summary = "Send the message once more on its topic")
    public Uni<ParkedMessageView> replay(
            @RestPath @Size(max = 40) @Pattern(regexp = "^[a-z-]+$") String service, @RestPath UUID id) {
        thisService.require(service);
        // Only demanded, as of every command: a message that was replayed refuses to be replayed again
        var _ = request.idempotencyKey();
        By by = request.by();
        return unit.run(
                by,
                tx -> tx.session()
                        .find(ParkedMessage.class, id, LockMode.PESSIMISTIC_WRITE)
                        .onItem()
                        .ifNull()
                        .failWith(() -> new Refusal.NotFound("parked message").refused())
                        .call(message -> tx.session().persist(message.replay(by, json)))
                        .map(ParkedMessageView::of));
    }
}
