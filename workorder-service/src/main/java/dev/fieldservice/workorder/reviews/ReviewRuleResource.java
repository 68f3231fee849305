package dev.fieldservice.workorder.reviews;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.http.Reason;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.rest.Queries;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.workorder.worktypes.KnownWorkType;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/review-rules")
@Tag(name = "Review", description = "A second person examines the work and closes the job")
@RolesAllowed(Role.ADMIN)
public class ReviewRuleResource {

    private final HttpCommands commands;
    private final Queries queries;
    private final ReviewRules rules;
    private final OverlookedReviews overlooked;

    public ReviewRuleResource(HttpCommands commands, Queries queries, ReviewRules rules, OverlookedReviews overlooked) {
        this.commands = commands;
        this.queries = queries;
        this.rules = rules;
        this.overlooked = overlooked;
    }

    @POST
    @Operation(
            operationId = "setReviewRule",
            summary = "Set who examines which jobs before they are closed",
            description =
                    "It decides about jobs that are completed from now on. What no rule fits is for any supervisor,"
                            + " and whoever had a part in the work never examines it: then any other supervisor does."
                            + " Who may sign in, which customers and which territories there are, others know: ids of these are"
                            + " taken as they are, and a rule with a wrong one fits nothing, or makes each of its jobs wait until"
                            + " any supervisor may examine it.")
    public Uni<RestResponse<ReviewRuleView>> set(@Valid @NotNull ReviewRuleDetails details) {
        details.requireConsistent();
        return commands.create(
                details,
                tx -> KnownWorkType.require(tx, details.workTypeId())
                        .chain(() -> tx.add(ReviewRule.set(details, tx.by())))
                        .invoke(() -> rules.changed(tx))
                        .call(rule -> overlooked.lookFor(tx, rule)),
                ReviewRuleView.class,
                ReviewRuleView::of);
    }

    @GET
    @RolesAllowed({Role.SUPERVISOR, Role.ADMIN})
    @Operation(
            operationId = "listReviewRules",
            summary = "Review rules in the order they were set",
            description = "By position they decide; what was withdrawn decides no more.")
    public Uni<Page<ReviewRuleView>> list(@Valid @BeanParam PageRequest page) {
        return queries.page(ReviewRule.class, Filters.none(), page).map(found -> found.map(ReviewRuleView::of));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.SUPERVISOR, Role.ADMIN})
    @Operation(operationId = "getReviewRule", summary = "One review rule")
    public Uni<RestResponse<ReviewRuleView>> get(@RestPath UUID id) {
        return queries.one("review rule", session -> session.find(ReviewRule.class, id), ReviewRuleView::of);
    }

    @PUT
    @Path("/{id}")
    @Operation(
            operationId = "changeReviewRule",
            summary = "Change a rule",
            description = "Jobs that wait already stay with whom the rule has named.")
    public Uni<RestResponse<ReviewRuleView>> change(@RestPath UUID id, @Valid @NotNull ReviewRuleDetails details) {
        details.requireConsistent();
        return commands.replace(
                tx -> load(tx, id)
                        .call(() -> KnownWorkType.require(tx, details.workTypeId()))
                        .call(rule -> overlooked.lookFor(tx, rule)),
                (rule, by) -> rule.change(details, by),
                ReviewRuleView::of);
    }

    @POST
    @Path("/{id}/withdraw")
    @Operation(operationId = "withdrawReviewRule", summary = "Take a rule out of force")
    public Uni<RestResponse<ReviewRuleView>> withdraw(@RestPath UUID id, @Valid @NotNull Reason why) {
        return commands.change(
                why,
                tx -> load(tx, id).invoke(rule -> rule.withdraw(why.reason(), tx.by())),
                ReviewRuleView.class,
                ReviewRuleView::of);
    }

    private Uni<ReviewRule> load(Tx tx, UUID id) {
        return tx.load(ReviewRule.class, id).invoke(() -> rules.changed(tx));
    }
}
