package dev.fieldservice.ticket.plans;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** A plan as it is looked at through the years: at the moment it waits for, or some days later. */
final class Life {

    /** A ticket that was made. */
    record Made(LocalDate planned, LocalDate on, LocalDate madeOn) {}

    final List<Made> made = new ArrayList<>();
    final List<LocalDate> skipped = new ArrayList<>();

    private final PlanCalendar calendar;
    private final int leadDays;
    private final ZoneId zone;
    private final Map<LocalDate, LocalDate> known = new HashMap<>();
    private LocalDate considered;
    private LocalDate lastOn;

    Life(PlanCalendar calendar, int leadDays, ZoneId zone) {
        this.calendar = calendar;
        this.leadDays = leadDays;
        this.zone = zone;
    }

    /** @param outages how many days nobody looks, each time; after the last there are none */
    void live(Instant from, Instant until, Iterator<Integer> outages) {
        considered = from.atZone(zone).toLocalDate().minusDays(1);
        Instant now = from;
        while (now != null && now.isBefore(until)) {
            Instant next = look(now);
            now = next == null || !outages.hasNext() ? next : next.plus(Duration.ofDays(outages.next()));
        }
    }

    /** When it is looked at next; null if never. */
    private Instant look(Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        while (true) {
            Round round = Round.ofRule(
                    calendar, new Round.Position(considered, lastOn, null, known), today, today.plusDays(leadDays));
            round.skipped().forEach(day -> skipped.add(day.planned()));
            considered = round.considered();
            lastOn = round.lastOn();
            if (round.due() != null) {
                considered = round.due().planned();
                lastOn = round.due().on();
                made.add(new Made(considered, lastOn, today));
            } else if (round.waitsFor() != null) {
                return Round.ticketAt(round.waitsFor(), leadDays, zone);
            } else if (round.end() == Round.End.OVER) {
                return null;
            }
        }
    }
}
