package dev.fieldservice.billing.billables;

import dev.fieldservice.billing.pricing.Coverage;
import jakarta.persistence.Embeddable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a contract or a warranty covers of a job: under which it was asked for, what was decided, and whether that is awaited. */
@Embeddable
class CaseCoverage {

    /** What was decided of what the customer does not pay; null as long as nothing was. */
    @JdbcTypeCode(SqlTypes.JSON)
    Coverage coverage;

    /** It was asked for under a contract or a warranty, as far as is known. */
    boolean underAgreement;

    /** And what that covers of the newest closure is not decided yet. */
    boolean coverageAwaited;

    protected CaseCoverage() {}

    /** @param closure the newest of the job; 0 if it is not closed */
    void under(boolean anything, int closure) {
        underAgreement = anything;
        await(closure);
    }

    /** False if this, or something newer, was decided before. */
    boolean hear(Coverage told, int closure) {
        if (decidedAbout() >= told.closureNumber()) {
            return false;
        }
        coverage = told;
        await(closure);
        return true;
    }

    private void await(int closure) {
        coverageAwaited = underAgreement && decidedAbout() < closure;
    }

    private int decidedAbout() {
        return coverage == null ? 0 : coverage.closureNumber();
    }
}
