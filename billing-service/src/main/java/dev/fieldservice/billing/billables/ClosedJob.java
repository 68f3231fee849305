package dev.fieldservice.billing.billables;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.billing.invoices.Bill;
import dev.fieldservice.billing.invoices.LineKind;
import dev.fieldservice.billing.pricing.WorkKind;
import dev.fieldservice.contracts.CustomerRef;
import dev.fieldservice.contracts.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What this service needs of {@code job-closed}, and keeps. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClosedJob(
        UUID orderId,
        String orderNumber,
        UUID ticketId,
        String ticketNumber,
        int closureNumber,
        CustomerRef customer,
        Site location,
        List<Labour> labour,
        List<Usage> usages,
        List<UUID> reversedUsageIds,
        String billingNotes,
        Instant closedAt) {

    private static final BigDecimal SECONDS_PER_HOUR = new BigDecimal(3_600);
    private static final int HOUR_DECIMALS = 2;
    private static final String HOUR = "HUR";
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY_AND_CLOCK = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** Where the work was done, as far as billing needs it. */
    record Site(String name, ZoneId timeZone) {}

    /** Time spent, one entry for each stretch. */
    record Labour(UUID entryId, WorkKind kind, Instant startedAt, Instant endedAt) {

        /** Rounded half up to two decimals; never negative, whatever the device's clock said. */
        BigDecimal hours() {
            long seconds = Math.max(0, Duration.between(startedAt, endedAt).toSeconds());
            return BigDecimal.valueOf(seconds).divide(SECONDS_PER_HOUR, HOUR_DECIMALS, RoundingMode.HALF_UP);
        }
    }

    /** A usage that counts. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Usage(
            UUID usageId, UUID partId, String partNumber, String partName, Quantity quantity, String installedSerial) {

        String description() {
            String part = partNumber + " " + partName;
            return installedSerial == null ? part : part + " (" + installedSerial + ")";
        }
    }

    /**
     * What is to be billed: each usage, then each stretch of labour, then of travel. A stretch that rounds to nothing is
     * not billed. Prices are those of the day the job was closed, by the clock of the site.
     */
    Bill bill() {
        List<Bill.Item> items = Stream.of(
                        usages.stream().map(ClosedJob::item), items(WorkKind.LABOUR), items(WorkKind.TRAVEL))
                .flatMap(each -> each)
                .toList();
        return new Bill(
                orderId,
                orderNumber,
                ticketId,
                ticketNumber,
                customer,
                closedAt.atZone(location.timeZone()).toLocalDate(),
                billingNotes,
                items);
    }

    private static Bill.Item item(Usage usage) {
        return new Bill.Item(
                LineKind.PART,
                usage.usageId(),
                usage.partId(),
                usage.description(),
                usage.quantity().amount(),
                usage.quantity().unit());
    }

    private Stream<Bill.Item> items(WorkKind kind) {
        return labour.stream()
                .filter(entry -> entry.kind() == kind && entry.hours().signum() > 0)
                .map(entry ->
                        new Bill.Item(lineKind(kind), entry.entryId(), null, description(entry), entry.hours(), HOUR));
    }

    private static LineKind lineKind(WorkKind kind) {
        return switch (kind) {
            case LABOUR -> LineKind.LABOUR;
            case TRAVEL -> LineKind.TRAVEL;
        };
    }

    private String description(Labour entry) {
        String word = switch (entry.kind()) {
            case LABOUR -> "Labour";
            case TRAVEL -> "Travel";
        };
        return "%s, %s–%s"
                .formatted(
                        word,
                        DAY_AND_CLOCK.format(entry.startedAt().atZone(location.timeZone())),
                        CLOCK.format(entry.endedAt().atZone(location.timeZone())));
    }
}
