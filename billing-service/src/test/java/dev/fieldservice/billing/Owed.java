package dev.fieldservice.billing;

import static dev.fieldservice.billing.Billed.decimal;
import static dev.fieldservice.platform.testing.Http.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.testing.Person;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A customer's account as it should be, worked out beside the service: who owes what, and what was set against what. */
final class Owed {

    /** @param amount positive is owed, negative is the customer's */
    record Item(String id, BigDecimal amount, boolean isPayment) {}

    record Allocation(String id, Item debit, Item credit, BigDecimal amount) {}

    private final List<Item> items = new ArrayList<>();
    private final List<Allocation> all = new ArrayList<>();
    private final List<Allocation> standing = new ArrayList<>();
    private final List<Item> takenBack = new ArrayList<>();

    void book(String id, BigDecimal amount, boolean isPayment) {
        items.add(new Item(id, amount, isPayment));
    }

    List<Item> debits() {
        return items.stream().filter(item -> item.amount().signum() > 0).toList();
    }

    List<Item> credits() {
        return items.stream().filter(item -> item.amount().signum() < 0).toList();
    }

    List<Item> payments() {
        return items.stream().filter(Item::isPayment).toList();
    }

    List<Allocation> allocations() {
        return all;
    }

    void allocate(String id, Item debit, Item credit, BigDecimal amount) {
        Allocation made = new Allocation(id, debit, credit, amount);
        all.add(made);
        standing.add(made);
    }

    /** Whether it stood. */
    boolean undo(Allocation allocation) {
        return standing.remove(allocation);
    }

    boolean isTakenBack(Item payment) {
        return takenBack.contains(payment);
    }

    /** All that is allocated of it is open again. */
    void takeBack(Item payment) {
        standing.removeIf(each -> each.debit() == payment || each.credit() == payment);
        takenBack.add(payment);
    }

    /** What is not allocated of it, without a sign. */
    BigDecimal open(Item item) {
        return isTakenBack(item)
                ? BigDecimal.ZERO
                : standing.stream()
                        .filter(each -> each.debit() == item || each.credit() == item)
                        .map(Allocation::amount)
                        .reduce(item.amount().abs(), BigDecimal::subtract);
    }

    /** Of all together: negative where the customer has paid too much. */
    private BigDecimal balance() {
        return items.stream()
                .filter(item -> !isTakenBack(item))
                .map(Item::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Of one item what is open, and of all of them the balance. */
    void isAsExpected(int which, Sold sold) {
        if (items.isEmpty()) {
            return;
        }
        Owed.Item item = items.get(which % items.size());
        String at = item.isPayment() ? "unallocated.amount" : "open.amount";
        Response seen = get(Person.ANA, (item.isPayment() ? "/v1/payments/" : "/v1/receivables/") + item.id());
        assertThat(decimal(seen.path(at)).abs()).isEqualByComparingTo(open(item));
        Response balances = get(Person.ANA, sold.account() + "/balances");
        assertThat(decimal(balances.path("items[0].balance.amount"))).isEqualByComparingTo(balance());
    }
}
