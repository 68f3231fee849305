package dev.fieldservice.dispatch.company;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** This service's copy of the company, kept by events. There is none until the first of them has come. */
@Entity
public class KnownCompany {

    @Id
    UUID companyId;

    long companyVersion;
    String timeZone;

    @JdbcTypeCode(SqlTypes.JSON)
    WorkCalendar calendar;

    protected KnownCompany() {}

    /** What is older than what is known is ignored. */
    void keep(CompanyChanged event) {
        if (event.companyVersion() > companyVersion) {
            companyVersion = event.companyVersion();
            timeZone = event.timeZone();
            calendar = new WorkCalendar(
                    event.workingHours(), event.calendarFrom(), event.calendarThrough(), event.specialDays());
        }
    }
}
