package dev.fieldservice.billing.documents;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.billing.hours.Stretch;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;

/**
 * What a line says that was made of the work, as data: each language words it. Names of rules and of people are as somebody entered
 * them.
 *
 * @param who null if the name was not said, or it is about nobody
 * @param from by the site's clock, as {@link Stretch#begin} writes it; null where only the day counts, as to
 * @param rule which charges it, or the band that it falls into; null if none does
 * @param amount the minutes of a minimum, or the kilometres that are charged; null for all else
 * @param of all kilometres of the journey
 * @param free of each visit; null if none are
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LineText(
        Kind kind,
        String who,
        LocalDate day,
        String from,
        String to,
        String rule,
        BigDecimal amount,
        BigDecimal of,
        BigDecimal free) {

    /** What it is about. */
    public enum Kind {
        LABOUR,
        TRAVEL,
        /** What is missing to the minimum of a visit. */
        MINIMUM,
        /** What is missing to the quarter of an hour that was started. */
        STARTED_QUARTER,
        KILOMETRES,
        /** Travel to a site of a zone, once for a visit. */
        ZONE,
        /** What a rule charges once for a visit. */
        VISIT
    }

    /** @param band null where the ordinary rate counts */
    public static LineText time(Kind kind, String who, Stretch stretch, ZoneId zone, String band) {
        return new LineText(kind, who, stretch.day(), stretch.begin(zone), stretch.end(zone), band, null, null, null);
    }

    public static LineText minimum(String who, LocalDate day, BigDecimal minutes) {
        return new LineText(Kind.MINIMUM, who, day, null, null, null, minutes, null, null);
    }

    public static LineText startedQuarter(String who, LocalDate day) {
        return new LineText(Kind.STARTED_QUARTER, who, day, null, null, null, null, null, null);
    }

    /** @param free zero if all are charged */
    public static LineText kilometres(String who, LocalDate day, BigDecimal charged, BigDecimal all, BigDecimal free) {
        BigDecimal given = free.signum() == 0 ? null : free;
        return new LineText(Kind.KILOMETRES, who, day, null, null, null, charged, all, given);
    }

    /** @param rule the zone */
    public static LineText zone(String rule, LocalDate day) {
        return new LineText(Kind.ZONE, null, day, null, null, rule, null, null, null);
    }

    /** Once for a visit. */
    public static LineText visit(String rule, LocalDate day) {
        return new LineText(Kind.VISIT, null, day, null, null, rule, null, null, null);
    }

    public String in(DocumentLanguage language) {
        return Wording.of(language).line(this);
    }

    /** Whether this is what it says, in whatever language; if not, somebody has written the line anew. */
    public boolean says(String words) {
        return Arrays.stream(DocumentLanguage.values())
                .anyMatch(language -> in(language).equals(words));
    }
}
