package dev.fieldservice.workorder.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What anybody may know of a report who has it.
 *
 * @param newest false once another edition has replaced it
 * @param files by their hashes it is the same as the one that was issued, or is not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Verification(
        String number,
        int edition,
        String company,
        String legalName,
        Instant issuedAt,
        boolean newest,
        String factsHash,
        List<ReportFile> files) {

    static Verification of(ServiceReport r) {
        return new Verification(
                r.number(),
                r.edition,
                r.facts.company().name(),
                Optional.ofNullable(r.facts.company().seller())
                        .map(seller -> seller.legalName())
                        .orElse(null),
                r.issuedAt,
                r.replacedBy == null,
                r.factsHash,
                r.files.items());
    }
}
