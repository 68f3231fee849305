package dev.fieldservice.dispatch.company;

import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.ZoneId;
import java.util.List;
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
    String timeZone;
    String[] languages;

    @JdbcTypeCode(SqlTypes.JSON)
    WorkCalendar calendar;

    protected KnownCompany() {}

    public static Uni<KnownCompany> read(Mutiny.Session session) {
        return session.createSelectionQuery("from KnownCompany", KnownCompany.class)
                .getSingleResult();
    }

    /** What is older than what is known is ignored. */
    void keep(CompanyChanged event) {
        if (event.companyVersion() > companyVersion) {
            companyVersion = event.companyVersion();
            timeZone = event.timeZone();
            languages = event.languages().toArray(String[]::new);
            calendar = new WorkCalendar(
                    event.workingHours(), event.calendarFrom(), event.calendarThrough(), event.specialDays());
        }
    }

    /** By this clock a day begins and ends. */
    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    /** In these the company writes to whom nothing else is known of. */
    public List<String> languages() {
        return List.of(languages);
    }
}
