package dev.fieldservice.billing.days;

import dev.fieldservice.billing.company.KnownCompany;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.reactive.mutiny.Mutiny;

/** The days by which is booked: those of the company's clock. */
public final class Day {

    private Day() {}

    public static Uni<LocalDate> of(Mutiny.Session session, Instant at) {
        return KnownCompany.read(session).map(company -> LocalDate.ofInstant(at, company.zone()));
    }
}
