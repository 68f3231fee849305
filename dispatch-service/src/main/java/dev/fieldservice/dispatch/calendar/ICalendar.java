package dev.fieldservice.dispatch.calendar;

import dev.fieldservice.dispatch.orders.AppointmentLifecycle;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes appointments as iCalendar (RFC 5545), for the calendar programs of phones and desks. */
final class ICalendar {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LONGEST_LINE = 75;

    private ICalendar() {}

    static String write(List<CalendarEntry> entries, Instant now) {
        Stream<String> head = Stream.of(
                "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Field Service//Dispatch//EN", "CALSCALE:GREGORIAN");
        Stream<String> events = entries.stream().flatMap(entry -> event(entry, now));
        return Stream.of(head, events, Stream.of("END:VCALENDAR"))
                .flatMap(lines -> lines)
                .map(line -> folded(line) + "\r\n")
                .collect(Collectors.joining());
    }

    private static Stream<String> event(CalendarEntry entry, Instant now) {
        var appointment = entry.appointment();
        var site = entry.location();
        var time = Times.of(appointment, now);
        return Stream.of(
                "BEGIN:VEVENT",
                "UID:" + appointment.id() + "@dispatch.fieldservice",
                "DTSTAMP:" + UTC.format(entry.changedAt()),
                "SEQUENCE:" + entry.sequence(),
                "DTSTART:" + UTC.format(time.start()),
                "DTEND:" + UTC.format(time.end()),
                "SUMMARY:" + text(appointment.orderNumber() + " " + entry.summary()),
                "LOCATION:"
                        + text(site.name() + ", " + site.address().street() + ", "
                                + site.address().city()),
                "GEO:" + site.position().latitude() + ";" + site.position().longitude(),
                "DESCRIPTION:" + text(description(entry, time)),
                "URL:" + entry.links().directions(),
                "STATUS:" + (isSure(appointment.state()) ? "CONFIRMED" : "TENTATIVE"),
                "END:VEVENT");
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

    /** Escapes as section 3.3.11 asks. */
    static String text(String any) {
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
        int octets = 0;
        for (int i = 0; i < line.length(); i = line.offsetByCodePoints(i, 1)) {
            String character = Character.toString(line.codePointAt(i));
            int length = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > LONGEST_LINE) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.append(character);
            octets += length;
        }
        return folded.toString();
    }
}
