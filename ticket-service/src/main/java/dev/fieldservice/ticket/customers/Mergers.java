package dev.fieldservice.ticket.customers;

import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.ticket.corrections.Correction.About;
import dev.fieldservice.ticket.corrections.Corrections;
import dev.fieldservice.ticket.externalids.ExternalIds;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Makes two customers one. What is theirs goes over at once; tickets follow as they follow corrections, for they are locked by those
 * who work on them.
 */
@ApplicationScoped
class Mergers {

    /** What is a customer's, but for tickets: whoever enters more of it holds the customer, or what it belongs to. */
    private static final List<String> THEIRS =
            List.of("contact", "service_location", "asset", "contract", "maintenance_plan");

    private static final String TAKE =
            "update %s set customer_id = :kept, version = version + 1 where customer_id = :other";

    /** Who was merged into the other is the kept one, too. */
    private static final String EARLIER =
            "update customer set merged_into = :kept, version = version + 1 where merged_into = :other";

    private final Corrections corrections;

    Mergers(Corrections corrections) {
        this.corrections = corrections;
    }

    /** The one who is kept no more. */
    Uni<Customer> merge(Tx tx, UUID id, UUID into) {
        if (id.equals(into)) {
            throw Refusal.RuleViolated.at("/customerId", "same-customer", "A customer is merged into another one.");
        }
        return both(tx, id, into).chain(pair -> merge(tx, pair.other(), pair.kept()));
    }

    private record Pair(Customer other, Customer kept) {}

    /** Locked in one order, so that two who merge them both ways do not wait for each other. */
    private static Uni<Pair> both(Tx tx, UUID id, UUID into) {
        boolean isOtherFirst = id.compareTo(into) < 0;
        return tx.find(Customer.class, isOtherFirst ? id : into)
                .chain(first -> tx.find(Customer.class, isOtherFirst ? into : id)
                        .map(second -> isOtherFirst ? new Pair(first, second) : new Pair(second, first)))
                .invoke(Mergers::require);
    }

    private static void require(Pair pair) {
        if (pair.other() == null) {
            throw new Refusal.NotFound("customer").refused();
        }
        if (pair.kept() == null) {
            throw Refusal.RuleViolated.unknown("/customerId", "customer");
        }
        pair.other().requireNotMerged();
        pair.kept().requireNotMerged("/customerId");
    }

    private Uni<Customer> merge(Tx tx, Customer other, Customer kept) {
        List<String> took = new ArrayList<>();
        return OneByOne.each(
                        THEIRS,
                        table -> take(tx, TAKE.formatted(table), other, kept)
                                .invoke(rows -> took.add(rows + " " + table.replace('_', ' '))))
                .chain(() -> take(tx, EARLIER, other, kept))
                .chain(() -> handOver(tx, other.mergeInto(kept, String.join(", ", took), tx.by()), kept))
                .chain(() -> corrections.follow(tx, other, true, About.MERGER, other.id()))
                .replaceWith(other);
    }

    /** Of a system that does not know the kept one; the other is stored without them first, for each is of one customer. */
    private static Uni<Void> handOver(Tx tx, ExternalIds ids, Customer kept) {
        return tx.session().flush().invoke(() -> ids.all().forEach(id -> kept.isKnownAs(id, tx.by())));
    }

    private static Uni<Integer> take(Tx tx, String sql, Customer other, Customer kept) {
        return tx.session()
                .createNativeQuery(sql)
                .setParameter("kept", kept.id())
                .setParameter("other", other.id())
                .executeUpdate();
    }
}
