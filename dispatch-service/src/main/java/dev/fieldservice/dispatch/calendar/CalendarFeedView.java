package dev.fieldservice.dispatch.calendar;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a calendar program finds the appointments of its owner. */
@Schema(name = "CalendarFeed")
record CalendarFeedView(
        @Schema(description = "Grows with each new address") long generation,

        @Schema(
                nullable = true,
                maxLength = 200,
                description = "To subscribe to, at this host; whoever knows it can read it. Absent once it is revoked",
                examples = "/v1/calendar-feed.ics?token=…")
        String address) {

    /** As it is kept with the answer: with one half of the secret. */
    static CalendarFeedView of(CalendarFeed feed) {
        return new CalendarFeedView(feed.generation, feed.half);
    }

    /** As it is given. */
    CalendarFeedView whole(FeedTokens tokens) {
        return new CalendarFeedView(generation, "/v1/calendar-feed.ics?token=" + tokens.whole(address));
    }
}
