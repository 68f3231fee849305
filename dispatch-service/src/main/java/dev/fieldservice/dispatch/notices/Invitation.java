package dev.fieldservice.dispatch.notices;

import dev.fieldservice.dispatch.calendar.ICalendar;
import dev.fieldservice.dispatch.orders.JobCard;
import dev.fieldservice.dispatch.orders.OrderVisit;
import dev.fieldservice.platform.mail.Attachment;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * The visit as the customer's calendar takes it (RFC 5545, RFC 5546): entered, moved, or taken out again. It says nothing that is for
 * technicians only.
 */
final class Invitation {

    /** Of messages about one visit the later has the higher number, also where another visit takes its place. */
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    private Invitation() {}

    /** @param organizer who writes */
    static Attachment of(VisitNotice notice, OrderVisit visit, String organizer) {
        String method = notice.isCalledOff() ? "CANCEL" : "PUBLISH";
        byte[] bytes = calendar(method, notice, visit, organizer).getBytes(StandardCharsets.UTF_8);
        return new Attachment(
                visit.order().number() + ".ics",
                "text/calendar; charset=UTF-8; method=" + method,
                () -> Uni.createFrom().item(bytes));
    }

    private static String calendar(String method, VisitNotice notice, OrderVisit visit, String organizer) {
        JobCard card = visit.order().jobCard();
        Instant end = notice.expectedArrival.plus(visit.appointment().times().length());
        return ICalendar.calendar(Stream.of(
                "METHOD:" + method,
                "BEGIN:VEVENT",
                "UID:visit-" + visit.appointment().announcedAs() + "@dispatch.fieldservice",
                "ORGANIZER:mailto:" + organizer,
                "DTSTAMP:" + ICalendar.time(notice.createdAt),
                "SEQUENCE:" + Duration.between(FIRST, notice.createdAt).toSeconds(),
                "DTSTART:" + ICalendar.time(notice.expectedArrival),
                "DTEND:" + ICalendar.time(end),
                "SUMMARY:" + ICalendar.text(visit.order().number() + " " + card.summary()),
                "LOCATION:" + ICalendar.place(card.location()),
                "DESCRIPTION:" + ICalendar.text(visit.appointment().leadName()),
                "STATUS:" + (notice.isCalledOff() ? "CANCELLED" : "CONFIRMED"),
                "END:VEVENT"));
    }
}
