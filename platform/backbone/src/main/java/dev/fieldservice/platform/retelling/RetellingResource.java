package dev.fieldservice.platform.retelling;

import dev.fieldservice.platform.commands.Answer;
import dev.fieldservice.platform.commands.Commands;
import dev.fieldservice.platform.rest.CurrentRequest;
import dev.fieldservice.platform.rest.ThisService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What operators do so that a new consumer learns the past. */
@Path("/v1/operations/{service}/topics/{topic}")
@Tag(name = "Operations", description = "What operators do about messages that could not take effect")
@RolesAllowed("admin")
public class RetellingResource {

    private final Commands commands;
    private final CurrentRequest request;
    private final Retellings retellings;
    private final ThisService thisService;

    public RetellingResource(
            Commands commands, CurrentRequest request, Retellings retellings, ThisService thisService) {
        this.commands = commands;
        this.request = request;
        this.retellings = retellings;
        this.thisService = thisService;
    }

    @Schema(name = "Retelling")
    public record RetellingView(
            @Schema(description = "Subject of its errands") UUID id, String topic) {}

    @POST
    @Path("/retell")
    @Operation(
            operationId = "retellTopic",
            summary = "Raise the events of a topic anew, with the state as it is",
            description = "For topics that carry a state. It goes on page by page; see the errands of kind RETELLING.")
    public Uni<RetellingView> retell(
            @RestPath @Size(max = 40) @Pattern(regexp = "^[a-z-]+$") String service,
            @RestPath @Size(max = 100) @Pattern(regexp = "^[a-z0-9-]+$") String topic) {
        thisService.require(service);
        return commands.once(
                        request.command(null),
                        tx -> retellings.begin(tx, topic),
                        RetellingView.class,
                        run -> Answer.changed(new RetellingView(run, topic), 0))
                .map(given -> given.answer().body());
    }
}
