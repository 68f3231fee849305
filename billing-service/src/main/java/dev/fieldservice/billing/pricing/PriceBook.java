package dev.fieldservice.billing.pricing;

import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Knows what was in force when: of each price the newest that was valid from that day or before it. */
@ApplicationScoped
public class PriceBook {

    private static final String PARTS = """
            from PartPrice p where p.partId in :parts and p.validFrom =
                (select max(q.validFrom) from PartPrice q where q.partId = p.partId and q.validFrom <= :day)""";
    private static final String HOURS = """
            from LabourRate r where r.validFrom =
                (select max(q.validFrom) from LabourRate q where q.kind = r.kind and q.validFrom <= :day)""";
    private static final String TAXES = """
            from TaxRate r where r.validFrom =
                (select max(q.validFrom) from TaxRate q where q.category = r.category and q.validFrom <= :day)""";

    public Uni<Prices> on(Tx tx, LocalDate day, Collection<UUID> parts) {
        return parts(tx, day, parts)
                .chain(prices -> rows(tx, HOURS, LabourRate.class, day)
                        .chain(rates -> rows(tx, TAXES, TaxRate.class, day)
                                .map(taxes -> new Prices(
                                        prices.stream()
                                                .collect(Collectors.toMap(
                                                        price -> price.partId, price -> price.unitPrice)),
                                        rates.stream()
                                                .collect(Collectors.toMap(rate -> rate.kind, rate -> rate.hourlyRate)),
                                        taxes.stream()
                                                .collect(Collectors.toMap(tax -> tax.category, tax -> tax.percent))))));
    }

    private static Uni<List<PartPrice>> parts(Tx tx, LocalDate day, Collection<UUID> parts) {
        if (parts.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return tx.session()
                .createSelectionQuery(PARTS, PartPrice.class)
                .setParameter("parts", parts)
                .setParameter("day", day)
                .getResultList();
    }

    private static <T> Uni<List<T>> rows(Tx tx, String query, Class<T> type, LocalDate day) {
        return tx.session()
                .createSelectionQuery(query, type)
                .setParameter("day", day)
                .getResultList();
    }
}
