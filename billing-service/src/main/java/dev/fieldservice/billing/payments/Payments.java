package dev.fieldservice.billing.payments;

import dev.fieldservice.billing.accounting.DocumentKind;
import dev.fieldservice.billing.accounting.Journal;
import dev.fieldservice.billing.accounts.Allocations;
import dev.fieldservice.billing.accounts.CustomerAccount;
import dev.fieldservice.billing.days.Day;
import dev.fieldservice.billing.receivables.Receivable;
import dev.fieldservice.contracts.Money;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.platform.validation.DayBounds;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** Records payments and takes them back, in the books too. The account of the customer is locked first. */
@ApplicationScoped
public class Payments {

    private static final String OWNER = "select customerId from Payment where id = :id";

    private final Allocations allocations;
    private final Journal journal;

    public Payments(Allocations allocations, Journal journal) {
        this.allocations = allocations;
        this.journal = journal;
    }

    Uni<Payment> enter(Tx tx, NewPayment details) {
        requireIban(details.payerIban());
        return CustomerAccount.lock(tx, details.customerId(), "/customerId")
                .chain(() -> receivables(tx, details))
                .chain(found -> Day.of(tx.session(), tx.by().at())
                        .chain(today -> add(tx, Payment.entered(details, today, tx.by())))
                        .call(payment -> allocate(tx, payment, details.parts(), found)));
    }

    private Uni<Payment> add(Tx tx, Payment payment) {
        return tx.add(payment).call(() -> journal.book(tx, payment.booking()));
    }

    private static void requireIban(String typed) {
        if (typed != null && !Iban.isValid(Iban.compact(typed))) {
            throw Refusal.RuleViolated.at("/payerIban", "wrong-check-digits", "This is no account number (ISO 13616).");
        }
    }

    /** Those that the payment is for, in that order. */
    private static Uni<List<Receivable>> receivables(Tx tx, NewPayment details) {
        List<Receivable> found = new ArrayList<>();
        return OneByOne.each(
                        numbered(details.parts()),
                        at -> tx.find(Receivable.class, details.parts().get(at).receivableId())
                                .invoke(receivable -> found.add(requireOf(details.customerId(), receivable, at))))
                .replaceWith(found);
    }

    /** What is another customer's is answered like what does not exist. */
    private static Receivable requireOf(UUID customer, Receivable receivable, int at) {
        return Optional.ofNullable(receivable)
                .filter(known -> known.customer().equals(Optional.of(customer)))
                .orElseThrow(() ->
                        Refusal.RuleViolated.unknown(pointer(at) + "/receivableId", "receivable of this customer"));
    }

    private Uni<Void> allocate(Tx tx, Payment payment, List<NewPayment.Part> parts, List<Receivable> found) {
        return OneByOne.each(
                numbered(parts),
                at -> payment.wasPaidBack()
                        ? allocations.make(
                                tx, payment, found.get(at), parts.get(at).amount(), pointer(at) + "/amount")
                        : allocations.make(
                                tx, found.get(at), payment, parts.get(at).amount(), pointer(at) + "/amount"));
    }

    private static String pointer(int at) {
        return "/allocations/" + at;
    }

    private static List<Integer> numbered(List<?> items) {
        return IntStream.range(0, items.size()).boxed().toList();
    }

    /**
     * A payment of which a bank statement tells.
     *
     * @param customer empty if it is not known whose it is
     * @param amount that came to the account
     * @param payerName null if it is not said; the account and the text alike
     * @param key tells the entry from all others
     */
    public record Told(
            Optional<UUID> customer,
            Money amount,
            LocalDate receivedOn,
            String payerName,
            String payerIban,
            String text,
            UUID statementId,
            String key) {}

    /** How much of it is for which receivable. */
    public record Paid(UUID receivable, BigDecimal amount) {}

    /** Whoever calls has locked the account of the customer, and found out what it pays. */
    public Uni<Payment> hear(Tx tx, Told told, List<Paid> parts) {
        return add(tx, Payment.told(told, tx.by()))
                .call(payment -> OneByOne.each(
                        parts,
                        part -> tx.load(Receivable.class, part.receivable())
                                .chain(receivable -> allocations.make(
                                        tx,
                                        receivable,
                                        payment,
                                        new Money(part.amount(), payment.currency()),
                                        "/content"))));
    }

    static Uni<Payment> assign(Tx tx, UUID id, UUID customer) {
        return CustomerAccount.lock(tx, customer, "/customerId")
                .chain(() -> tx.load(Payment.class, id))
                .invoke(payment -> payment.assign(customer, tx.by()));
    }

    Uni<Payment> takeBack(Tx tx, UUID id, TakeBack request) {
        return lockOwner(tx, id)
                .chain(owner -> tx.load(Payment.class, id).invoke(payment -> requireStillOf(owner, payment)))
                .invoke(Payment::requireStanding)
                .call(payment -> Day.of(tx.session(), tx.by().at())
                        .map(today -> dayOf(payment, request, today))
                        .chain(on -> allocations
                                .undoAll(tx, payment, request.reason(), on)
                                .invoke(() -> payment.takeBack(request.reason(), on, tx.by()))
                                .chain(() -> journal.book(
                                        tx, payment.booking().opposite(DocumentKind.PAYMENT_TAKEN_BACK, on)))));
    }

    private static LocalDate dayOf(Payment payment, TakeBack request, LocalDate today) {
        LocalDate on = Optional.ofNullable(request.on()).orElse(today);
        DayBounds.requirePast("/on", on, today);
        if (on.isBefore(payment.bookedOn())) {
            throw Refusal.RuleViolated.at("/on", "before-payment", "The money had not come yet on that day.");
        }
        return on;
    }

    /** Empty if it is nobody's yet. */
    private static Uni<Optional<UUID>> lockOwner(Tx tx, UUID id) {
        return tx.session()
                .createSelectionQuery(OWNER, UUID.class)
                .setParameter("id", id)
                .getSingleResultOrNull()
                .map(Optional::ofNullable)
                .call(owner -> owner.map(
                                customer -> CustomerAccount.lock(tx, customer).replaceWithVoid())
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /** Between the look and the lock somebody may have given it to somebody else. */
    private static void requireStillOf(Optional<UUID> owner, Payment payment) {
        if (!payment.customer().equals(owner)) {
            throw new Refusal.Conflict("payment-assigned", "It was given to another customer just now. Read it again.")
                    .refused();
        }
    }
}
