package dev.fieldservice.dispatch.delays;

import dev.fieldservice.dispatch.orders.JobCard;
import dev.fieldservice.dispatch.orders.OrderVisit;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** What the customer reads: short, in Romanian and English, with the clock of the site. */
final class DelayText {

    private static final String BODY = """
            Bună ziua,

            %1$s va ajunge mai târziu la %2$s (comanda %3$s).
            Ora estimată a sosirii: %4$s.%5$s
            Ne cerem scuze pentru întârziere.

            --

            Hello,

            %1$s will arrive later at %2$s (order %3$s).
            New expected arrival: %6$s.%7$s
            We apologise for the delay.
            """;

    private static final Locale ROMANIAN = Locale.of("ro", "RO");

    private DelayText() {}

    static String subject(OrderVisit visit) {
        return visit.order().number() + ": tehnicianul va întârzia / your technician is delayed";
    }

    static String body(OrderVisit visit, Delay delay) {
        JobCard card = visit.order().jobCard();
        ZonedDateTime arrival = delay.expectedArrival().atZone(card.zone());
        Optional<String> reason = Optional.ofNullable(delay.reason());
        return BODY.formatted(
                visit.appointment().leadName(),
                card.location().name(),
                visit.order().number(),
                time(arrival, ROMANIAN),
                reason.map(why -> "\nMotivul: " + why).orElse(""),
                time(arrival, Locale.UK),
                reason.map(why -> "\nReason: " + why).orElse(""));
    }

    private static String time(ZonedDateTime arrival, Locale locale) {
        return DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy, HH:mm", locale).format(arrival) + " ("
                + arrival.getZone() + ")";
    }
}
