package dev.fieldservice.ticket.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Terms as they hold from a day on. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ContractTermsVersion")
public record TermsVersion(
        @Schema(description = "The first is 1") int number,
        @Schema(description = "Requests from this day on") LocalDate from,
        ContractTerms terms,

        @Schema(nullable = true, description = "Why they were changed; absent for the first")
        String reason) {

    /** All of a contract, oldest first. */
    record All(List<TermsVersion> items) {

        static All first(LocalDate from, ContractTerms terms) {
            return new All(List.of(new TermsVersion(1, from, terms, null)));
        }

        TermsVersion newest() {
            return items.getLast();
        }

        All with(LocalDate from, ContractTerms terms, String reason) {
            TermsVersion next = new TermsVersion(newest().number() + 1, from, terms, reason);
            return new All(Stream.concat(items.stream(), Stream.of(next)).toList());
        }

        TermsVersion number(int number) {
            return items.stream()
                    .filter(version -> version.number() == number)
                    .findFirst()
                    .orElseThrow();
        }

        /** What holds for a request of that day. */
        Optional<TermsVersion> on(LocalDate day) {
            return items.stream()
                    .filter(version -> !version.from().isAfter(day))
                    .max(Comparator.comparing(TermsVersion::number));
        }
    }
}
