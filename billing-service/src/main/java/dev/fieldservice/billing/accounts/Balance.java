package dev.fieldservice.billing.accounts;

import dev.fieldservice.contracts.Money;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.reactive.mutiny.Mutiny;

/** What stands on an account now, in one currency. */
@Schema(name = "AccountBalance")
public record Balance(
        @Schema(description = "What the customer owes, as far as nothing is set against it")
        Money owed,

        @Schema(description = "Payments and credit notes that are not set against anything")
        Money unallocated,

        @Schema(description = "What is left; negative if the company owes it to the customer")
        Money balance) {

    private static final String OPEN = """
            select currency, coalesce(sum(open) filter (where open > 0), 0) as owed,
                   coalesce(-sum(open) filter (where open < 0), 0) as unallocated
              from open_item where customer_id = ?1
             group by currency order by currency""";

    static Uni<List<Balance>> of(Mutiny.Session session, UUID customer) {
        return session.createNativeQuery(OPEN, Tuple.class)
                .setParameter(1, customer)
                .getResultList()
                .map(rows -> rows.stream().map(Balance::of).toList());
    }

    private static Balance of(Tuple row) {
        String currency = row.get("currency", String.class);
        Money owed = new Money(row.get("owed", BigDecimal.class), currency);
        Money unallocated = new Money(row.get("unallocated", BigDecimal.class), currency);
        return new Balance(owed, unallocated, owed.minus(unallocated));
    }
}
