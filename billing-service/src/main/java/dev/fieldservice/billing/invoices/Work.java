package dev.fieldservice.billing.invoices;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.billing.hours.Stretch;
import dev.fieldservice.billing.pricing.Deal;
import dev.fieldservice.billing.pricing.PriceBook;
import dev.fieldservice.billing.pricing.WorkKind;
import dev.fieldservice.contracts.Quantity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What was used and done on a job: the facts of which the lines of its invoice are made by the prices and rules in force, and made
 * anew when those change.
 *
 * @param zone of the site, by whose clock days and times count
 * @param contractId null: contracts are not told of yet
 * @param assetId the machine; null if it was not said
 * @param workTypeId null if it was of no kind in particular
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Work(
        UUID orderId, ZoneId zone, UUID contractId, UUID assetId, UUID workTypeId, List<Used> used, List<Spent> spent) {

    /** A part that was used. */
    public record Used(UUID usageId, UUID partId, String description, Quantity quantity, LocalDate on) {}

    /**
     * Time that somebody spent.
     *
     * @param technicianId null in what was reported before it was kept
     * @param technician null if the name was not said
     * @param visit to the site: the first is 1
     * @param visitId null if the report does not say it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Spent(
            UUID entryId,
            UUID technicianId,
            String technician,
            WorkKind kind,
            Instant startedAt,
            Instant endedAt,
            int visit,
            UUID visitId) {}

    /** Whether there is nothing to bill. */
    @JsonIgnore
    public boolean isEmpty() {
        return days().findAny().isEmpty();
    }

    Deal deal(UUID customer) {
        return new Deal(customer, contractId, assetId, workTypeId, doneOn());
    }

    /** What has to be looked up for its lines. */
    PriceBook.Wanted wanted(UUID customer) {
        return PriceBook.Wanted.of(deal(customer), used.stream().map(Used::partId), days());
    }

    /** The last day of the work. */
    LocalDate doneOn() {
        return days().max(LocalDate::compareTo).orElseThrow();
    }

    /** Those on which something was used or done. */
    Stream<LocalDate> days() {
        return Stream.concat(
                used.stream().map(Used::on),
                spent.stream()
                        .flatMap(entry -> Stretch.of(entry.startedAt(), entry.endedAt(), zone).stream())
                        .filter(stretch -> stretch.minutes().signum() > 0)
                        .map(Stretch::day));
    }
}
