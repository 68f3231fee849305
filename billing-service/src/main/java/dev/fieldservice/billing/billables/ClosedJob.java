package dev.fieldservice.billing.billables;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.billing.invoices.Bill;
import dev.fieldservice.billing.invoices.CalledOff;
import dev.fieldservice.billing.invoices.Circumstances;
import dev.fieldservice.billing.invoices.JobSignature;
import dev.fieldservice.billing.invoices.Work;
import dev.fieldservice.billing.pricing.Coverage;
import dev.fieldservice.billing.pricing.Place;
import dev.fieldservice.billing.pricing.WorkKind;
import dev.fieldservice.contracts.CustomerRef;
import dev.fieldservice.contracts.Quantity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What this service needs of {@code job-closed}, and keeps.
 *
 * @param ticketVersion of the ticket that the customer is named by; 0 if it was not said
 * @param returnNumber of the last time it was sent back, as far as it was heard of; null for never
 * @param asset null if it was about no machine, or was not kept
 * @param workTypeId null if it was of no kind in particular, or was not said
 * @param signature null if nobody recorded what the customer said
 * @param calledOff null if the job was wanted to its end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClosedJob(
        UUID orderId,
        String orderNumber,
        UUID ticketId,
        String ticketNumber,
        long ticketVersion,
        int closureNumber,
        Integer returnNumber,
        CustomerRef customer,
        Site location,
        Machine asset,
        UUID workTypeId,
        List<Labour> labour,
        List<Usage> usages,
        List<UUID> reversedUsageIds,
        String billingNotes,
        Signature signature,
        CalledOff calledOff,
        Instant closedAt) {

    /** Where the work was done, as far as billing needs it. @param timeZone null if it has none of its own; address null if it was not kept, or parts of it: its country decides about taxes */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Site(String name, ZoneId timeZone, Place address) {

        String country() {
            return address == null ? null : address.countryCode();
        }
    }

    /**
     * Time spent, one entry for each stretch.
     *
     * @param technicianId null if it was not kept
     * @param technicianName null if it was not said
     * @param visitId null if it was not kept
     * @param kilometres of travel; null if nobody said it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Labour(
            UUID entryId,
            UUID technicianId,
            String technicianName,
            WorkKind kind,
            Instant startedAt,
            Instant endedAt,
            UUID visitId,
            BigDecimal kilometres) {}

    /** What the customer said to the work. @param outdated true if it was changed afterwards */
    record Signature(JobSignature outcome, boolean outdated) {}

    /** A usage that counts. @param occurredAt null if it was not said */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Usage(
            UUID usageId,
            UUID partId,
            String partNumber,
            String partName,
            Quantity quantity,
            String installedSerial,
            Instant occurredAt) {

        String description() {
            String part = partNumber + " " + partName;
            return installedSerial == null ? part : part + " (" + installedSerial + ")";
        }
    }

    /**
     * Billed to the customer and for the site as the ticket names them now, and called off since it first was. Until it is billed, its
     * days are those of the site's clock as known then.
     */
    ClosedJob following(TicketTold ticket) {
        return new ClosedJob(
                orderId,
                orderNumber,
                ticketId,
                ticketNumber,
                ticket.ticketVersion(),
                closureNumber,
                returnNumber,
                ticket.customer(),
                Optional.ofNullable(ticket.location()).orElse(location),
                Optional.ofNullable(ticket.asset()).orElse(asset),
                workTypeId,
                labour,
                usages,
                reversedUsageIds,
                billingNotes,
                signature,
                Optional.ofNullable(calledOff)
                        .or(() -> ticket.calledOff(orderId))
                        .orElse(null),
                closedAt);
    }

    /** What its invoice says that can be corrected. */
    Circumstances circumstances() {
        return new Circumstances(customer, location.country(), location.address(), calledOff);
    }

    /** Empty if nobody recorded it. */
    Optional<JobSignature> signed() {
        return Optional.ofNullable(signature).map(last -> last.outdated() ? JobSignature.OUTDATED : last.outcome());
    }

    /** Whether it was closed after it had been sent back so often. */
    boolean answers(int number) {
        return returnNumber != null && returnNumber >= number;
    }

    boolean isCalledOff() {
        return calledOff != null;
    }

    /**
     * What is to be billed. Days are those of the site's clock.
     *
     * @param company the clock of a site that has none
     * @param visitGap who was away for longer, begins another visit
     * @param coverage null as long as nothing was decided of it
     */
    Bill bill(ZoneId company, Duration visitGap, Coverage coverage) {
        ZoneId zone = Optional.ofNullable(location.timeZone()).orElse(company);
        Work work = new Work(
                orderId,
                zone,
                coverage == null ? null : coverage.contractId(),
                asset == null ? null : asset.id(),
                workTypeId,
                location.address(),
                usages.stream().map(usage -> used(usage, zone)).toList(),
                spent(visitGap),
                Set.of());
        return new Bill(
                orderId,
                orderNumber,
                ticketId,
                ticketNumber,
                customer,
                closedAt.atZone(zone).toLocalDate(),
                location.country(),
                billingNotes,
                calledOff,
                work,
                coverage);
    }

    /** All usages and time entries that it has. */
    Set<UUID> sources() {
        return Stream.concat(
                        usages.stream().map(Usage::usageId), labour.stream().map(Labour::entryId))
                .collect(Collectors.toSet());
    }

    /** The time that another report of the job does not have any more, for people, ten at most; empty if it has all. */
    String labourBesides(ClosedJob newer) {
        Set<UUID> known = newer.labour.stream().map(Labour::entryId).collect(Collectors.toSet());
        return labour.stream()
                .filter(entry -> !known.contains(entry.entryId()))
                .limit(10)
                .map(entry -> word(entry.kind()) + " " + entry.startedAt() + " to " + entry.endedAt())
                .collect(Collectors.joining(", "));
    }

    private Work.Used used(Usage usage, ZoneId zone) {
        Instant usedAt = Optional.ofNullable(usage.occurredAt()).orElse(closedAt);
        return new Work.Used(
                usage.usageId(),
                usage.partId(),
                usage.description(),
                usage.quantity(),
                usedAt.atZone(zone).toLocalDate());
    }

    private List<Work.Spent> spent(Duration visitGap) {
        Visits visits = Visits.of(labour, visitGap);
        return labour.stream()
                .map(entry -> new Work.Spent(
                        entry.entryId(),
                        entry.technicianId(),
                        entry.technicianName(),
                        entry.kind(),
                        entry.startedAt(),
                        entry.endedAt(),
                        visits.of(entry),
                        entry.visitId(),
                        entry.kilometres()))
                .toList();
    }

    private static String word(WorkKind kind) {
        return switch (kind) {
            case LABOUR -> "Labour";
            case TRAVEL -> "Travel";
        };
    }
}
