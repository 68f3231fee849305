package dev.fieldservice.billing.company;

import io.smallrye.mutiny.Uni;
import java.time.ZoneId;
import org.hibernate.reactive.mutiny.Mutiny;

/** The time zone of the company, by whose clock invoices are dated. */
public final class CompanyZone {

    private static final String ZONE = "select coalesce((select time_zone from known_company), 'Europe/Bucharest')";

    private CompanyZone() {}

    public static Uni<ZoneId> of(Mutiny.Session session) {
        return session.createNativeQuery(ZONE, String.class).getSingleResult().map(ZoneId::of);
    }
}
