package dev.fieldservice.billing.pricing;

import dev.fieldservice.contracts.UnitPrice;
import dev.fieldservice.platform.aggregates.By;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Everybody's price rules, for tests without a database. */
public final class Rules {

    private static final By SOMEBODY = By.service("billing-service", Instant.EPOCH, "1", null);

    private Rules() {}

    public static PriceRules of(Set<LocalDate> holidays, PriceRule... rules) {
        return new PriceRules(List.of(rules), "RON", holidays);
    }

    /** @param days null for every day */
    public static PriceRule band(
            String name, int percent, List<DayOfWeek> days, boolean onHolidays, DayHours... hours) {
        List<DayHours> spans = hours.length == 0 ? null : List.of(hours);
        return rule(name, new PriceTerms.Band(days, onHolidays, spans, BigDecimal.valueOf(percent)), null);
    }

    public static PriceRule startedQuarter() {
        return rule(
                "Sfert", null, new PriceTerms.VisitTerms(PriceTerms.Rounding.STARTED_QUARTER, null, null, null, null));
    }

    public static PriceRule minimum(int minutes) {
        return rule("Minim", null, new PriceTerms.VisitTerms(null, minutes, null, null, null));
    }

    /** @param customer null for everybody */
    static PriceRule zone(String name, UUID customer, Area... areas) {
        PriceTerms.Zone zone = new PriceTerms.Zone(new UnitPrice(BigDecimal.TEN, "RON"), List.of(areas));
        return rule(name, customer, null, null, zone);
    }

    private static PriceRule rule(String name, PriceTerms.Band band, PriceTerms.VisitTerms visit) {
        return rule(name, null, band, visit, null);
    }

    private static PriceRule rule(
            String name, UUID customer, PriceTerms.Band band, PriceTerms.VisitTerms visit, PriceTerms.Zone zone) {
        PriceRuleDetails details = new PriceRuleDetails(
                name,
                customer,
                null,
                null,
                null,
                null,
                null,
                band,
                visit,
                null,
                null,
                null,
                zone,
                "Probă",
                LocalDate.of(2020, 1, 1),
                null);
        return PriceRule.set(details, "RON", SOMEBODY);
    }
}
