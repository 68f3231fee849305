package dev.fieldservice.inventory.company;

import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
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

    protected KnownCompany() {}

    public static Uni<KnownCompany> read(Mutiny.Session session) {
        return session.createSelectionQuery("from KnownCompany", KnownCompany.class)
                .getSingleResult();
    }

    /**
     * What is older than what is known is ignored. The same told anew is taken as long as nobody knows who it is: a replica of the
     * version before may have kept it, but for that.
     */
    void keep(CompanyChanged event) {
        boolean isSame = event.companyVersion() == companyVersion;
        if (event.companyVersion() > companyVersion || isSame && seller == null) {
            companyVersion = event.companyVersion();
            tradeName = event.tradeName();
            seller = event.seller();
            timeZone = event.timeZone();
            currency = event.currency();
            languages = event.languages().toArray(String[]::new);
        }
    }

    /** The name that suppliers know. */
    public String tradeName() {
        return tradeName;
    }

    /** Empty until somebody has entered who it is. */
    public Optional<Seller> seller() {
        return Optional.ofNullable(seller);
    }

    /** In these the company writes to whom nothing else is known of; the first comes first. */
    public List<String> languages() {
        return List.of(languages);
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
