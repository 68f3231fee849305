package dev.fieldservice.billing.bankstatements;

import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The look-ups that matching needs: a few for a whole statement. */
final class Candidates {

    private static final String KNOWN = "select entryKey from Payment where entryKey in :keys";
    private static final String NUMBERS =
            "select number as number, customerId as customer from Receivable where number in :numbers";
    private static final String IBANS = """
            select distinct payerIban as iban, customerId as customer from Payment
             where payerIban in :ibans and customerId is not null and takenBackOn is null""";
    private static final String OWED = """
            select id as id, number as number, customerId as customer, currency as currency, dueDate as due, open as open
              from Receivable where customerId in :customers and settledOn is null and amount > 0""";

    private Candidates() {}

    /** The keys of those that are recorded. */
    static Uni<Set<String>> known(Tx tx, Collection<String> keys) {
        return keys.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : tx.session()
                        .createSelectionQuery(KNOWN, String.class)
                        .setParameter("keys", keys)
                        .getResultList()
                        .map(Set::copyOf);
    }

    /** By the numbers and accounts that stand there, without what is owed. */
    static Uni<Matching> owners(Tx tx, List<BankEntry> entries) {
        return byNumber(tx, entries)
                .chain(byNumber -> byIban(tx, entries).map(byIban -> new Matching(byNumber, byIban, List.of())));
    }

    /** With what these customers owe now. Whoever calls has locked their accounts. */
    static Uni<Matching> complete(Tx tx, Matching owners, Set<UUID> customers) {
        return rows(tx, OWED, "customers", customers)
                .map(rows -> owners.with(rows.stream().map(Candidates::owed).toList()));
    }

    private static Uni<Map<String, UUID>> byNumber(Tx tx, List<BankEntry> entries) {
        Set<String> numbers = entries.stream()
                .flatMap(entry -> Matching.numbers(entry.text()).stream())
                .collect(Collectors.toSet());
        return rows(tx, NUMBERS, "numbers", numbers).map(rows -> {
            Map<String, UUID> found = new HashMap<>();
            rows.forEach(row -> found.put(row.get("number", String.class), row.get("customer", UUID.class)));
            return found;
        });
    }

    private static Uni<Map<String, Set<UUID>>> byIban(Tx tx, List<BankEntry> entries) {
        Set<String> ibans = entries.stream()
                .map(BankEntry::payerIban)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return rows(tx, IBANS, "ibans", ibans).map(rows -> {
            Map<String, Set<UUID>> found = new HashMap<>();
            rows.forEach(row -> found.computeIfAbsent(row.get("iban", String.class), iban -> new HashSet<>())
                    .add(row.get("customer", UUID.class)));
            return found;
        });
    }

    private static Uni<List<Tuple>> rows(Tx tx, String query, String parameter, Set<?> values) {
        return values.isEmpty()
                ? Uni.createFrom().item(List.of())
                : tx.session()
                        .createSelectionQuery(query, Tuple.class)
                        .setParameter(parameter, values)
                        .getResultList();
    }

    private static Matching.Owed owed(Tuple row) {
        return new Matching.Owed(
                row.get("id", UUID.class),
                row.get("number", String.class),
                row.get("customer", UUID.class),
                row.get("currency", String.class),
                row.get("due", LocalDate.class),
                row.get("open", BigDecimal.class));
    }
}
