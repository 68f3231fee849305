package dev.fieldservice.billing.backlog;

import dev.fieldservice.billing.owners.Owner;
import dev.fieldservice.contracts.Money;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Adds up what waits in billing. */
@ApplicationScoped
public class Backlog {

    /** More owners than a company has. */
    private static final int MOST = 1000;

    private static final String SUMS = """
            select b.kind as what, b.ownerId as who, max(b.ownerName) as name, count(*) as many,
                   sum(case when b.since < :staleBefore then 1L else 0L end) as late, min(b.since) as oldest,
                   sum(b.amount) as amount, b.currency as currency
              from BacklogItem b group by b.kind, b.ownerId, b.currency order by min(b.since), b.kind""";

    private final UnitOfWork unit;

    public Backlog(UnitOfWork unit) {
        this.unit = unit;
    }

    Uni<BacklogSums> sums(Instant staleBefore) {
        return unit.read(session -> session.createSelectionQuery(SUMS, Tuple.class)
                        .setParameter("staleBefore", staleBefore)
                        .setMaxResults(MOST)
                        .getResultList())
                .map(groups ->
                        new BacklogSums(groups.stream().map(Backlog::group).toList()));
    }

    private static BacklogSums.Group group(Tuple row) {
        Optional<UUID> owner = Optional.ofNullable(row.get("who", UUID.class));
        Optional<BigDecimal> amount = Optional.ofNullable(row.get("amount", BigDecimal.class));
        return new BacklogSums.Group(
                row.get("what", BacklogKind.class),
                owner.map(id -> new Owner(id, row.get("name", String.class))).orElse(null),
                row.get("many", Long.class),
                row.get("late", Long.class),
                row.get("oldest", Instant.class),
                amount.map(sum -> new Money(sum, row.get("currency", String.class)))
                        .orElse(null));
    }
}
