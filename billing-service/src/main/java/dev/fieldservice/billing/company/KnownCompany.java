package dev.fieldservice.billing.company;

import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.type.SqlTypes;

/** This service's copy of the company, kept by events: one row, which comes with the database. */
@Entity
public class KnownCompany {

    @Id
    UUID companyId;

    long companyVersion;
    String tradeName;

    /** Null until somebody has entered it. */
    @JdbcTypeCode(SqlTypes.JSON)
    Seller seller;

    String timeZone;
    String currency;
    String[] languages;

    /** Public ones; none before the calendar was told. */
    @JdbcTypeCode(SqlTypes.JSON)
    Holidays holidays = Holidays.NONE;

    protected KnownCompany() {}

    public static Uni<KnownCompany> read(Mutiny.Session session) {
        return session.createSelectionQuery("from KnownCompany", KnownCompany.class)
                .getSingleResult();
    }

    /**
     * What is older than what is known is ignored. Since when prices or taxes of before are others: ever, if the seller is in another
     * country by now or known only now, or the company writes in others; else the first holiday that is new or none any more.
     */
    Optional<LocalDate> keep(CompanyChanged event) {
        Optional<String> before = country();
        List<String> wrote = languages();
        Holidays known = holidays;
        if (event.companyVersion() > companyVersion) {
            companyVersion = event.companyVersion();
            tradeName = event.tradeName();
            seller = event.seller();
            timeZone = event.timeZone();
            currency = event.currency();
            holidays = Holidays.of(event);
            languages = event.languages().toArray(String[]::new);
        }
        return country().equals(before) && languages().equals(wrote)
                ? holidays.firstBesides(known)
                : Optional.of(Holidays.EVER);
    }

    /** Public holidays of the calendar. */
    public Set<LocalDate> holidays() {
        return Set.copyOf(holidays.days());
    }

    /** The name that customers know. */
    public String tradeName() {
        return tradeName;
    }

    /** In these the company writes; the first comes first. */
    public List<String> languages() {
        return List.of(languages);
    }

    /** By this clock invoices are dated. */
    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    /** Empty until somebody has entered who sells. */
    public Optional<Seller> seller() {
        return Optional.ofNullable(seller);
    }

    /** ISO code of the seller's country. */
    public Optional<String> country() {
        return seller().map(who -> who.address().countryCode());
    }

    /** ISO 4217 code of the only currency in which there are new prices and invoices. */
    public String currency() {
        return currency;
    }
}
