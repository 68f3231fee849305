package dev.fieldservice.billing.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A price or a rate as it stands in the list.
 *
 * @param customerId null if it is everybody's
 * @param contractId null if it is of no contract
 * @param workTypeId null if it is of no kind of work in particular
 * @param through the last day; null until the next
 */
public record Listed(
        UUID id,
        UUID customerId,
        UUID contractId,
        UUID workTypeId,
        LocalDate from,
        LocalDate through,
        BigDecimal amount) {

    private static final Comparator<Listed> MOST_SPECIAL_THEN_NEWEST = Comparator.comparing(Listed::scope)
            .thenComparing(each -> each.workTypeId != null)
            .thenComparing(Listed::from);

    /** Everybody's, until the next. */
    public static Listed general(UUID id, LocalDate from, BigDecimal amount) {
        return new Listed(id, null, null, null, from, null, amount);
    }

    Scope scope() {
        return Scope.of(customerId, contractId);
    }

    /** The one that counts: the most special of those that hold on the day, and of these the newest. @param known null if there is none */
    static Optional<Listed> on(LocalDate day, Deal deal, List<Listed> known) {
        return Optional.ofNullable(known).orElse(List.of()).stream()
                .filter(each -> Validity.holds(day, each.from, each.through)
                        && deal.isOf(each.customerId, each.contractId)
                        && (each.workTypeId == null || each.workTypeId.equals(deal.workTypeId())))
                .max(MOST_SPECIAL_THEN_NEWEST);
    }
}
