package dev.fieldservice.billing.billables;

import dev.fieldservice.billing.hours.Stretch;
import dev.fieldservice.billing.invoices.LineKind;
import dev.fieldservice.contracts.CustomerRef;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What was used and worked for one closed job, whatever of it is billed: each usage, each day of each time entry, and what was driven on each journey, on the
 * day on which it began. Days are those
 * of the site's clock.
 *
 * @param machine null if it was about none
 */
public record WorkDone(
        UUID orderId,
        String orderNumber,
        UUID ticketId,
        long ticketVersion,
        int closureNumber,
        CustomerRef customer,
        Machine machine,
        LocalDate closedOn,
        List<Item> items) {

    private static final BigDecimal MINUTES_PER_HOUR = new BigDecimal(60);

    /**
     * @param sourceId the usage or time entry
     * @param partId null for time
     * @param technicianId null for a part, and where it was not kept
     * @param quantity of the part, minutes, or kilometres
     * @param costBase a cost is for so many of them
     */
    public record Item(
            LineKind kind,
            UUID sourceId,
            UUID partId,
            UUID technicianId,
            String technicianName,
            BigDecimal quantity,
            BigDecimal costBase,
            LocalDate on) {}

    /** @param company the clock of a site that has none */
    public static WorkDone of(ClosedJob job, ZoneId company) {
        ZoneId zone = Optional.ofNullable(job.location().timeZone()).orElse(company);
        return new WorkDone(
                job.orderId(),
                job.orderNumber(),
                job.ticketId(),
                job.ticketVersion(),
                job.closureNumber(),
                job.customer(),
                job.asset(),
                job.closedAt().atZone(zone).toLocalDate(),
                Stream.of(
                                job.usages().stream().map(usage -> part(usage, job.closedAt(), zone)),
                                job.labour().stream().flatMap(entry -> time(entry, zone)),
                                job.labour().stream().flatMap(entry -> driven(entry, zone)))
                        .flatMap(each -> each)
                        .toList());
    }

    private static Item part(ClosedJob.Usage usage, Instant closedAt, ZoneId zone) {
        Instant usedAt = Optional.ofNullable(usage.occurredAt()).orElse(closedAt);
        return new Item(
                LineKind.PART,
                usage.usageId(),
                usage.partId(),
                null,
                null,
                usage.quantity().amount(),
                BigDecimal.ONE,
                usedAt.atZone(zone).toLocalDate());
    }

    private static Stream<Item> time(ClosedJob.Labour entry, ZoneId zone) {
        return Stretch.of(entry.startedAt(), entry.endedAt(), zone).stream()
                .filter(stretch -> stretch.minutes().signum() > 0)
                .map(stretch -> new Item(
                        LineKind.of(entry.kind()),
                        entry.entryId(),
                        null,
                        entry.technicianId(),
                        entry.technicianName(),
                        stretch.minutes(),
                        MINUTES_PER_HOUR,
                        stretch.day()));
    }

    private static Stream<Item> driven(ClosedJob.Labour journey, ZoneId zone) {
        return Stream.ofNullable(journey.kilometres())
                .filter(kilometres -> kilometres.signum() > 0)
                .map(kilometres -> new Item(
                        LineKind.KILOMETRES,
                        journey.entryId(),
                        null,
                        journey.technicianId(),
                        journey.technicianName(),
                        kilometres,
                        BigDecimal.ONE,
                        journey.startedAt().atZone(zone).toLocalDate()));
    }
}
