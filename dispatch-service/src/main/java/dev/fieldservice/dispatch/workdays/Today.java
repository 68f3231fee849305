package dev.fieldservice.dispatch.workdays;

import dev.fieldservice.dispatch.company.KnownCompany;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.hibernate.reactive.mutiny.Mutiny;

/** The day that it is by the company's clock. */
record Today(LocalDate date, ZoneId zone, Instant now) {

    static Uni<Today> at(Mutiny.Session session, Instant now) {
        return KnownCompany.read(session)
                .map(KnownCompany::zone)
                .map(zone -> new Today(LocalDate.ofInstant(now, zone), zone, now));
    }

    Instant start() {
        return date.atStartOfDay(zone).toInstant();
    }

    Instant end() {
        return date.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
