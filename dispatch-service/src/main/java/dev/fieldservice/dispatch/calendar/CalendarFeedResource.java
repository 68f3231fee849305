package dev.fieldservice.dispatch.calendar;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.rest.CurrentRequest;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.rest.Shown;
import dev.fieldservice.platform.security.Caller;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.LockModeType;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1")
@Tag(name = "Calendar")
@RolesAllowed(Role.TECHNICIAN)
public class CalendarFeedResource {

    private static final Duration PAST = Duration.ofDays(3);
    private static final Duration AHEAD = Duration.ofDays(28);

    private final HttpCommands commands;
    private final UnitOfWork unit;
    private final Calendar calendar;
    private final FeedTokens tokens;
    private final CurrentRequest request;
    private final Clock clock;

    CalendarFeedResource(
            HttpCommands commands,
            UnitOfWork unit,
            Calendar calendar,
            FeedTokens tokens,
            CurrentRequest request,
            Clock clock) {
        this.commands = commands;
        this.unit = unit;
        this.calendar = calendar;
        this.tokens = tokens;
        this.request = request;
        this.clock = clock;
    }

    @POST
    @Path("/my-calendar-feed/renew")
    @Operation(
            operationId = "renewMyCalendarFeed",
            summary = "A new address to which my calendar program can subscribe",
            description =
                    "iCalendar of my appointments from three days ago to four weeks ahead, the first 500, read without"
                            + " signing in by whoever knows the address. The address that was given before leads nowhere"
                            + " from now on.")
    public Uni<RestResponse<CalendarFeedView>> renew() {
        return commands.change(
                        null,
                        tx -> mine(tx).invoke(feed -> feed.renew(tokens, tx.by())),
                        CalendarFeedView.class,
                        CalendarFeedView::of)
                .map(this::withAddress);
    }

    @POST
    @Path("/my-calendar-feed/revoke")
    @Operation(operationId = "revokeMyCalendarFeed", summary = "No address leads to my calendar any more")
    public Uni<RestResponse<CalendarFeedView>> revoke() {
        return commands.change(
                null,
                tx -> mine(tx).invoke(feed -> feed.revoke(tx.by())),
                CalendarFeedView.class,
                CalendarFeedView::of);
    }

    @POST
    @Path("/calendar-feeds/{id}/revoke")
    @RolesAllowed({Role.DISPATCHER, Role.ADMIN})
    @Operation(
            operationId = "revokeCalendarFeed",
            summary = "No address leads to the technician's calendar any more",
            description = "For whoever has left, or has lost a phone; the id is that of the technician.")
    public Uni<RestResponse<CalendarFeedView>> revokeOf(@RestPath UUID id) {
        return commands.change(
                null,
                tx -> tx.session()
                        .find(CalendarFeed.class, id, LockModeType.PESSIMISTIC_WRITE)
                        .onItem()
                        .ifNull()
                        .failWith(CalendarFeed::none)
                        .invoke(tx::watch)
                        .invoke(feed -> feed.revoke(tx.by())),
                CalendarFeedView.class,
                CalendarFeedView::of);
    }

    /** Calendar programs cannot sign in: the secret in the address says whose calendar it is. */
    @GET
    @Path("/calendar-feed.ics")
    @Produces("text/calendar;charset=UTF-8")
    @PermitAll
    @Operation(hidden = true)
    public Uni<RestResponse<String>> read(@RestQuery @NotNull @Size(max = 100) String token) {
        Shown shown = request.shownToAnybody();
        Instant now = clock.instant();
        return unit.read(session -> session.createSelectionQuery(
                                "from CalendarFeed where tokenHash = :hash", CalendarFeed.class)
                        .setParameter("hash", FeedTokens.hash(token))
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> new Refusal.NotFound("calendar feed").refused())
                .chain(feed -> calendar.all(around(now), owner(feed)))
                .chain(found -> ICalendar.answer(found, now, shown));
    }

    /** The address itself is in no stored answer: it is worked out for whoever repeats the command, too. */
    private RestResponse<CalendarFeedView> withAddress(RestResponse<CalendarFeedView> kept) {
        RestResponse.ResponseBuilder<CalendarFeedView> answer =
                RestResponse.ResponseBuilder.ok(kept.getEntity().whole(tokens));
        kept.getHeaders().forEach((name, values) -> values.forEach(value -> answer.header(name, value)));
        return answer.build();
    }

    private static Uni<CalendarFeed> mine(Tx tx) {
        By by = tx.by();
        return tx.session()
                .createNativeQuery("insert into calendar_feed (id, version) values (?1, 0) on conflict do nothing")
                .setParameter(1, by.id())
                .executeUpdate()
                .chain(() -> tx.session().find(CalendarFeed.class, by.id(), LockModeType.PESSIMISTIC_WRITE))
                .invoke(tx::watch);
    }

    private static CalendarFilter around(Instant now) {
        CalendarFilter filter = new CalendarFilter();
        filter.from = now.minus(PAST).atOffset(ZoneOffset.UTC);
        filter.to = now.plus(AHEAD).atOffset(ZoneOffset.UTC);
        return filter;
    }

    private static Caller owner(CalendarFeed feed) {
        return new Caller(feed.id(), "calendar feed", Set.of(Role.TECHNICIAN));
    }
}
