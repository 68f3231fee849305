package dev.fieldservice.billing.company;

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
    String tradeName;

    /** Null until somebody has entered it. */
    @JdbcTypeCode(SqlTypes.JSON)
    Seller seller;

    String timeZone;
    String currency;

    protected KnownCompany() {}

    /** What is older than what is known is ignored. */
    void keep(CompanyChanged event) {
        if (event.companyVersion() > companyVersion) {
            companyVersion = event.companyVersion();
            tradeName = event.tradeName();
            seller = event.seller();
            timeZone = event.timeZone();
            currency = event.currency();
        }
    }
}
