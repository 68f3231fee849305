package dev.fieldservice.ticket.coverage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was used and worked for a closed job, as far as coverage is decided by it. */
public record JobReport(
        UUID orderId, UUID ticketId, int closureNumber, List<Labour> labour, List<Usage> usages, Instant closedAt) {

    /** Whether somebody worked or was on the way. */
    public enum Kind {
        LABOUR,
        TRAVEL
    }

    /** A part that counts. */
    public record Usage(UUID usageId) {}

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
