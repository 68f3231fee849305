package dev.fieldservice.inventory.stock;

import dev.fieldservice.inventory.discrepancies.Discrepancies;
import dev.fieldservice.inventory.discrepancies.DiscrepancyKind;
import dev.fieldservice.inventory.discrepancies.Finding;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What was used in the field. It is a fact and never refused; what does not add up is somebody's to clear up. */
@ApplicationScoped
public class StockConsumers {

    private final Ledger ledger;
    private final Discrepancies discrepancies;

    public StockConsumers(Ledger ledger, Discrepancies discrepancies) {
        this.ledger = ledger;
        this.discrepancies = discrepancies;
    }

    public Uni<Void> partsConsumed(Tx tx, PartsConsumed usage) {
        return Place.of(tx, usage.partId(), usage.stockLocationId()).chain(place -> {
            StockMovement movement = StockMovement.usage(usage, tx.by());
            return ledger.book(tx, movement).chain(onHand -> {
                if (onHand == null) {
                    return Uni.createFrom().voidItem();
                }
                movement.tell(place, onHand, tx.by());
                return discrepancies.open(tx, findings(usage, place, onHand));
            });
        });
    }

    private static List<Finding> findings(PartsConsumed usage, Place place, BigDecimal onHand) {
        Finding.Where where = new Finding.Where(
                usage.partId(), usage.stockLocationId(), usage.orderId(), usage.ticketId(), place.owner());
        List<Finding> findings = new ArrayList<>();
        if (place.part().isEmpty()) {
            findings.add(new Finding(DiscrepancyKind.UNKNOWN_PART, where, "Used " + place.partName()));
        }
        if (place.location().isEmpty()) {
            findings.add(new Finding(DiscrepancyKind.UNKNOWN_LOCATION, where, "Used from " + place.locationName()));
        }
        String unit = usage.quantity().unit();
        place.part()
                .filter(part -> !part.unit().equals(unit))
                .ifPresent(part -> findings.add(new Finding(
                        DiscrepancyKind.OTHER_UNIT,
                        where,
                        "%s is counted in %s, but was used in %s".formatted(part.name(), part.unit(), unit))));
        if (onHand.signum() < 0) {
            findings.add(new Finding(
                    DiscrepancyKind.NEGATIVE_STOCK,
                    where,
                    "%s, %s: %s %s".formatted(place.partName(), place.locationName(), onHand.toPlainString(), unit)));
        }
        return findings;
    }
}
