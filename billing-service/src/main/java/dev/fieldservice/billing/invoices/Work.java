package dev.fieldservice.billing.invoices;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.billing.hours.Stretch;
import dev.fieldservice.billing.pricing.Deal;
import dev.fieldservice.billing.pricing.Place;
import dev.fieldservice.billing.pricing.PriceBook;
import dev.fieldservice.billing.pricing.WorkKind;
import dev.fieldservice.contracts.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was used and done on a job: the facts of which the lines of its invoice are made by the prices and rules in force, and made
 * anew when those change. All of the job is here, as rules are about all of it, also what is not charged here.
 *
 * @param zone of the site, by whose clock days and times count
 * @param contractId of which the job is, as it was decided; null for none
 * @param assetId the machine; null if it was not said
 * @param workTypeId null if it was of no kind in particular
 * @param site where it was done; null in what was reported before it was kept
 * @param elsewhere what is on another invoice of the job, or was decided about before: usages, time entries, and the job itself for
 *     its fixed price
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Work(
        UUID orderId,
        ZoneId zone,
        UUID contractId,
        UUID assetId,
        UUID workTypeId,
        Place site,
        List<Used> used,
        List<Spent> spent,
        Set<UUID> elsewhere) {

    public Work {
        elsewhere = Optional.ofNullable(elsewhere).map(Set::copyOf).orElse(Set.of());
    }

    /** A part that was used. */
    public record Used(UUID usageId, UUID partId, String description, Quantity quantity, LocalDate on) {}

    /**
     * Time that somebody spent.
     *
     * @param technicianId null in what was reported before it was kept
     * @param technician null if the name was not said
     * @param visit to the site: the first is 1
     * @param visitId null if the report does not say it
     * @param kilometres of travel; null if nobody said it
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
            UUID visitId,
            BigDecimal kilometres) {}

    /** Whether there is nothing to bill. */
    @JsonIgnore
    public boolean isEmpty() {
        return Stream.concat(
                        used.stream().map(Used::usageId),
                        spent.stream().filter(this::isBillable).map(Spent::entryId))
                .allMatch(elsewhere::contains);
    }

    private boolean isBillable(Spent entry) {
        return stretches(entry).findAny().isPresent();
    }

    /** The same without what was decided about before: where something was, its fixed price was as well. */
    Work besides(Set<UUID> decided) {
        return decided.isEmpty() ? this : awayFrom(decided).awayFrom(Set.of(orderId));
    }

    /** What is put on another invoice is not charged here. */
    Work awayFrom(Collection<UUID> sources) {
        Set<UUID> all = new HashSet<>(elsewhere);
        all.addAll(sources);
        return new Work(orderId, zone, contractId, assetId, workTypeId, site, used, spent, all);
    }

    /** It is of this contract, or of none (null). */
    Work under(UUID contract) {
        return Objects.equals(contract, contractId)
                ? this
                : new Work(orderId, zone, contract, assetId, workTypeId, site, used, spent, elsewhere);
    }

    /** The site lies there. */
    Work at(Place place) {
        return new Work(orderId, zone, contractId, assetId, workTypeId, place, used, spent, elsewhere);
    }

    /** All of it is charged elsewhere. */
    Work nowhere() {
        return awayFrom(sources()).awayFrom(Set.of(orderId));
    }

    /** As it is known now, on a draft that charged what was known before. @param newest without what was decided about before */
    Work followedBy(Work newest) {
        Set<UUID> others = new HashSet<>(newest.elsewhere);
        others.removeAll(sources());
        others.remove(orderId);
        others.addAll(elsewhere);
        return new Work(
                orderId,
                zone,
                newest.contractId,
                newest.assetId,
                newest.workTypeId,
                newest.site,
                newest.used,
                newest.spent,
                others);
    }

    private Set<UUID> sources() {
        return Stream.concat(used.stream().map(Used::usageId), spent.stream().map(Spent::entryId))
                .collect(Collectors.toSet());
    }

    /**
     * Whether a line of this kind and origin is no matter of this work: what it is made of is elsewhere, or, of what is charged
     * once for a visit, some time of that visit is.
     */
    boolean isElsewhere(LineKind kind, LineOrigin origin) {
        return elsewhere.contains(origin.id())
                || kind.isOfVisit()
                        && spent.stream()
                                .filter(entry -> isOf(entry, kind, origin))
                                .anyMatch(entry -> elsewhere.contains(entry.entryId()));
    }

    private static boolean isOf(Spent entry, LineKind kind, LineOrigin origin) {
        return Objects.equals(entry.visit(), origin.visit())
                && (kind.isOfAllVisit() || Objects.equals(entry.technicianId(), origin.technicianId()));
    }

    /** The time entries of which a line of a visit is made. */
    Set<UUID> entries(LineKind kind, LineOrigin origin) {
        return spent.stream()
                .filter(entry -> isOf(entry, kind, origin))
                .map(Spent::entryId)
                .collect(Collectors.toSet());
    }

    Deal deal(UUID customer) {
        return new Deal(customer, contractId, assetId, workTypeId, site, doneOn());
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
                spent.stream().flatMap(this::stretches).map(Stretch::day));
    }

    private Stream<Stretch> stretches(Spent entry) {
        return Stretch.of(entry.startedAt(), entry.endedAt(), zone).stream()
                .filter(stretch -> stretch.minutes().signum() > 0);
    }
}
