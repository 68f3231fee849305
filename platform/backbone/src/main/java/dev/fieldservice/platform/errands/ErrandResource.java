package dev.fieldservice.platform.errands;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.platform.commands.Answer;
import dev.fieldservice.platform.commands.Commands;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.rest.CurrentRequest;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.Queries;
import dev.fieldservice.platform.rest.ThisService;
import dev.fieldservice.platform.transactions.Tx;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.LockMode;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What operators see of the job queue, and do about jobs that were given up. */
@Path("/v1/operations/{service}/errands")
@Tag(name = "Operations", description = "What operators do about messages that could not take effect")
@RolesAllowed("admin")
public class ErrandResource {

    private final Queries queries;
    private final Commands commands;
    private final CurrentRequest request;
    private final ErrandWorker worker;
    private final ThisService thisService;

    public ErrandResource(
            Queries queries, Commands commands, CurrentRequest request, ErrandWorker worker, ThisService thisService) {
        this.queries = queries;
        this.commands = commands;
        this.request = request;
        this.worker = worker;
        this.thisService = thisService;
    }

    /** A job without its content, which may hold personal data. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Errand")
    public record ErrandView(
            UUID id,

            @Schema(description = "What is to be done") String kind,

            @Schema(description = "Whom it is about") UUID subjectId,

            @Schema(nullable = true) UUID correlationId,
            ErrandRow.State state,
            Instant due,

            @Schema(
                    description =
                            "Not before: its due time, or the end of the wait after a failure or of the attempt under way")
            Instant nextAttemptAt,

            int attempts,

            @Schema(nullable = true, description = "Why the last attempt failed")
            String failure,

            Instant createdAt) {

        static ErrandView of(ErrandRow row) {
            return new ErrandView(
                    row.id(),
                    row.kind,
                    row.subjectId,
                    row.correlationId,
                    row.state,
                    row.due,
                    row.nextAt,
                    row.attempts,
                    row.failure,
                    row.createdAt);
        }
    }

    @GET
    @Operation(operationId = "listErrands", summary = "What is to be done later, in the order in which it was written")
    public Uni<Page<ErrandView>> list(
            @RestPath @Size(max = 40) @Pattern(regexp = "^[a-z-]+$") String service,
            @RestQuery ErrandRow.State state,
            @Valid @BeanParam PageRequest page) {
        thisService.require(service);
        return queries.page(ErrandRow.class, Filters.of("state", state), page).map(found -> found.map(ErrandView::of));
    }

    @POST
    @Path("/{id}/retry")
    @Operation(operationId = "retryErrand", summary = "Try again what was given up")
    public Uni<ErrandView> retry(
            @RestPath @Size(max = 40) @Pattern(regexp = "^[a-z-]+$") String service, @RestPath UUID id) {
        thisService.require(service);
        return commands.once(
                        request.command(null),
                        tx -> retry(tx, id),
                        ErrandView.class,
                        retried -> Answer.changed(ErrandView.of(retried), 0))
                .map(given -> given.answer().body());
    }

    private Uni<ErrandRow> retry(Tx tx, UUID id) {
        return tx.session()
                .find(ErrandRow.class, id, LockMode.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(() -> new Refusal.NotFound("errand").refused())
                .invoke(row -> {
                    row.retry(tx.by());
                    tx.watch(row);
                    tx.afterCommit(worker::wake);
                });
    }
}
