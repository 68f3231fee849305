package dev.fieldservice.dispatch.calendar;

import dev.fieldservice.contracts.LocationRef;
import dev.fieldservice.dispatch.orders.AppointmentLifecycle;
import dev.fieldservice.dispatch.orders.OrderVisit;
import dev.fieldservice.platform.rest.Shown;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Writes appointments as iCalendar (RFC 5545), for the calendar programs of phones and desks. Of a month full of long texts that is
 * megabytes, so it happens on a worker thread.
 */
public final class ICalendar {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LONGEST_LINE = 75;

    private ICalendar() {}

    /** How to answer with these visits; made elsewhere than on the event loop. */
    static Uni<RestResponse<String>> answer(List<OrderVisit> visits, Instant now, Shown shown) {
        return Uni.createFrom()
                .item(() -> shown.composed(
                        write(visits.stream().map(CalendarEntry::of).toList(), now), 0))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    static String write(List<CalendarEntry> entries, Instant now) {
        return calendar(entries.stream().flatMap(entry -> event(entry, now)));
    }

    /** A calendar of these lines, which are not folded yet. */
    public static String calendar(Stream<String> lines) {
        Stream<String> head = Stream.of(
                "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Field Service//Dispatch//EN", "CALSCALE:GREGORIAN");
        StringBuilder calendar = new StringBuilder();
        Stream.of(head, lines, Stream.of("END:VCALENDAR")).flatMap(part -> part).forEachOrdered(line -> {
            fold(line, calendar);
            calendar.append("\r\n");
        });
        return calendar.toString();
    }

    private static Stream<String> event(CalendarEntry entry, Instant now) {
        var appointment = entry.appointment();
        var site = entry.location();
        var time = Times.of(appointment, now);
        return Stream.of(
                        Stream.of(
                                "BEGIN:VEVENT",
                                "UID:" + appointment.id() + "@dispatch.fieldservice",
                                "DTSTAMP:" + time(entry.changedAt()),
                                "SEQUENCE:" + entry.sequence(),
                                "DTSTART:" + time(time.start()),
                                "DTEND:" + time(time.end()),
                                "SUMMARY:" + text(appointment.orderNumber() + " " + entry.summary()),
                                "LOCATION:" + place(site)),
                        Stream.ofNullable(site.position())
                                .map(point -> "GEO:" + point.latitude() + ";" + point.longitude()),
                        Stream.of(
                                "DESCRIPTION:" + text(description(entry, time)),
                                "URL:" + entry.links().directions(),
                                "STATUS:" + (isSure(appointment.state()) ? "CONFIRMED" : "TENTATIVE"),
                                "END:VEVENT"))
                .flatMap(lines -> lines);
    }

    private static String description(CalendarEntry entry, Times time) {
        return Stream.of(
                        Optional.of(entry.customerName()),
                        Optional.of(entry.contact().name()),
                        Optional.ofNullable(entry.contact().phone()),
                        time.beside(
                                entry.appointment().window(), entry.location().timeZone()),
                        Optional.ofNullable(entry.instructions()),
                        Optional.ofNullable(entry.location().accessNotes()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n"));
    }

    private static boolean isSure(AppointmentLifecycle.State state) {
        return state != AppointmentLifecycle.State.SCHEDULED && state != AppointmentLifecycle.State.DISPATCHED;
    }

    /** Form #2 of section 3.3.5. */
    public static String time(Instant moment) {
        return UTC.format(moment);
    }

    public static String place(LocationRef site) {
        return text(site.name() + ", " + site.address().street() + ", "
                + site.address().city());
    }

    /** Escapes as section 3.3.11 asks. */
    public static String text(String any) {
        return any.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n")
                .replace("\r", "\\n");
    }

    /** Folds after 75 octets as section 3.1 asks, never inside a character. */
    static String folded(String line) {
        StringBuilder folded = new StringBuilder();
        fold(line, folded);
        return folded.toString();
    }

    private static void fold(String line, StringBuilder to) {
        int written = 0;
        int octets = 0;
        int next;
        for (int at = 0; at < line.length(); at = next) {
            int character = line.codePointAt(at);
            next = at + Character.charCount(character);
            int length = octets(character);
            if (octets + length > LONGEST_LINE) {
                to.append(line, written, at).append("\r\n ");
                written = at;
                octets = 1;
            }
            octets += length;
        }
        to.append(line, written, line.length());
    }

    /** In UTF-8, where half a character is written as a question mark. */
    private static int octets(int character) {
        if (character < 0x80 || Character.getType(character) == Character.SURROGATE) {
            return 1;
        }
        if (character < 0x800) {
            return 2;
        }
        return Character.isBmpCodePoint(character) ? 3 : 4;
    }
}
