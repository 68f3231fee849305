package dev.fieldservice.inventory.company;

import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** This service's copy of the company, kept by events: one row, which comes with the database. */
@Entity
public class KnownCompany {

    @Id
    UUID companyId;

    long companyVersion;
    String tradeName;
    String timeZone;
    String currency;

    protected KnownCompany() {}

    public static Uni<KnownCompany> read(Mutiny.Session session) {
        return session.createSelectionQuery("from KnownCompany", KnownCompany.class)
                .getSingleResult();
    }

    /** What is older than what is known is ignored. */
    void keep(CompanyChanged event) {
        if (event.companyVersion() > companyVersion) {
            companyVersion = event.companyVersion();
            tradeName = event.tradeName();
            timeZone = event.timeZone();
            currency = event.currency();
        }
    }

    /** The name that suppliers know. */
    public String tradeName() {
        return tradeName;
    }

    /** ISO 4217 code of the currency in which stock has its cost. */
    public String currency() {
        return currency;
    }

    /** The day that it is by the company's clock. */
    public LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, zone());
    }

    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }
}
