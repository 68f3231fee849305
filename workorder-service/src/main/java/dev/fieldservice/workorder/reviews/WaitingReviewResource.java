package dev.fieldservice.workorder.reviews;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/reviews")
@Tag(name = "Review", description = "A second person examines the work and closes the job")
@RolesAllowed({Role.SUPERVISOR, Role.ADMIN})
public class WaitingReviewResource {

    private final WaitingReviews reviews;

    public WaitingReviewResource(WaitingReviews reviews) {
        this.reviews = reviews;
    }

    @GET
    @Operation(operationId = "listReviews", summary = "Completed jobs that wait to be examined, the longest first")
    public Uni<Page<WaitingReview>> list(
            @RestQuery
                    @Parameter(
                            description =
                                    "true: only what is the caller's to examine, as reviewer, as deputy, or as any supervisor"
                                            + " who had no part in it")
                    Boolean mine,
            @RestQuery @Parameter(description = "Only what this person is to examine, by name, as reviewer or deputy")
                    UUID examinerId,
            @Valid @BeanParam PageRequest page) {
        return reviews.page(Boolean.TRUE.equals(mine), Optional.ofNullable(examinerId), page);
    }
}
