package dev.fieldservice.ticket.coverage;

import dev.fieldservice.contracts.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What was used and worked for a closed job, as far as coverage is decided by it and machines remember it.
 *
 * @param asset null where no machine was named
 */
public record JobReport(
        UUID orderId,
        String orderNumber,
        UUID ticketId,
        int closureNumber,
        String outcome,
        Machine asset,
        List<Labour> labour,
        List<Usage> usages,
        Instant closedAt) {

    public record Machine(UUID id) {}

    /** Whether somebody worked or was on the way. */
    public enum Kind {
        LABOUR,
        TRAVEL
    }

    /** A part that counts. @param occurredAt null if it was not said */
    public record Usage(
            UUID usageId,
            String partNumber,
            String partName,
            Quantity quantity,
            String installedSerial,
            String removedSerial,
            Instant occurredAt) {}

    /** A stretch of time. @param visitId null if it was not said: all of these are one visit */
    public record Labour(UUID entryId, Kind kind, Instant startedAt, Instant endedAt, UUID visitId) {

        private static final UUID NO_VISIT = new UUID(0, 0);
        private static final BigDecimal MILLIS_PER_MINUTE = new BigDecimal(60_000);
        private static final int DECIMALS = 3;

        UUID visit() {
            return Optional.ofNullable(visitId).orElse(NO_VISIT);
        }

        /** As invoices count them: to the thousandth. */
        BigDecimal minutes() {
            long millis = Duration.between(startedAt, endedAt).toMillis();
            return new BigDecimal(millis).divide(MILLIS_PER_MINUTE, DECIMALS, RoundingMode.HALF_UP);
        }
    }
}
