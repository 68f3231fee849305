package dev.fieldservice.billing.invoices;

import dev.fieldservice.billing.customers.KnownCustomer;
import dev.fieldservice.billing.invoices.InvoiceLifecycle.Command;
import dev.fieldservice.billing.owners.Owner;
import dev.fieldservice.billing.pricing.PriceBook;
import dev.fieldservice.billing.pricing.Prices;
import dev.fieldservice.contracts.CustomerRef;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** What is done with a draft as a whole: it is split, moved to another buyer, and somebody sees to it. */
@ApplicationScoped
public class DraftCommands {

    private final Invoices invoices;
    private final PriceBook prices;

    public DraftCommands(Invoices invoices, PriceBook prices) {
        this.invoices = invoices;
        this.prices = prices;
    }

    /** Some lines go to a draft of their own, for the same buyer; answers with that. */
    Uni<Invoice> split(Tx tx, UUID id, InvoiceSplit split) {
        return invoices.load(tx, id)
                .chain(source -> prices.find(tx, source.wanted(), source.currency())
                        .chain(inForce -> split(tx, source, split, inForce)));
    }

    /** What a line is made of is billed once: it is gone there before it is here. */
    private static Uni<Invoice> split(Tx tx, Invoice source, InvoiceSplit split, Prices prices) {
        List<InvoiceLine> going = takenFrom(source, split, prices, tx.by());
        return tx.session().flush().chain(() -> tx.add(splitOff(source, going, split.reason(), prices, tx.by())));
    }

    private static List<InvoiceLine> takenFrom(Invoice source, InvoiceSplit split, Prices prices, By by) {
        List<InvoiceLine> going = going(source, split.lineIds());
        source.change(Command.SPLIT, split.reason(), prices, by, () -> {
            going.forEach(line -> line.changed(LineChange.Kind.MOVED, split.reason(), by));
            source.lines.removeAll(going);
            source.leavesTo(going);
            number(source);
        });
        return going;
    }

    private static Invoice splitOff(Invoice source, List<InvoiceLine> going, String reason, Prices prices, By by) {
        Invoice part = Drafts.like(source, InvoiceCause.SPLIT, Preceding.of(source), by);
        part.buyerGiven = source.buyerGiven;
        part.owner = source.owner;
        going.forEach(line -> part.lines.add(line.on(part, part.lines.size() + 1)));
        return part.drafted(reason, prices, by);
    }

    private static void number(Invoice invoice) {
        for (int i = 0; i < invoice.lines.size(); i++) {
            invoice.lines.get(i).position = i + 1;
        }
    }

    private static List<InvoiceLine> going(Invoice source, List<UUID> wanted) {
        Set<InvoiceLine> going = new LinkedHashSet<>();
        for (int i = 0; i < wanted.size(); i++) {
            UUID id = wanted.get(i);
            going.add(source.lines.stream()
                    .filter(line -> line.id.equals(id))
                    .findFirst()
                    .orElseThrow(unknown("/lineIds/" + i)));
        }
        if (going.size() == source.lines.size()) {
            throw Refusal.RuleViolated.at(
                    "/lineIds", "nothing-left", "Nothing would be left of it. Move it to the other buyer as a whole.");
        }
        return new ArrayList<>(going);
    }

    private static Supplier<RuntimeException> unknown(String pointer) {
        return () -> Refusal.RuleViolated.unknown(pointer, "line on this draft");
    }

    /** Somebody else is asked to pay. */
    Uni<Invoice> move(Tx tx, UUID id, InvoiceMove move) {
        return invoices.load(tx, id)
                .call(invoice -> KnownCustomer.card(tx, move.customerId())
                        .onItem()
                        .ifNull()
                        .failWith(() -> Refusal.RuleViolated.unknown("/customerId", "customer"))
                        .chain(buyer -> move(tx, invoice, buyer, move.reason())));
    }

    private Uni<Prices> move(Tx tx, Invoice invoice, CustomerRef buyer, String reason) {
        String what = buyer.name() + ": " + reason;
        return prices.find(tx, invoice.wanted().soldTo(buyer.id()), invoice.currency())
                .invoke(inForce -> invoice.change(Command.MOVE, what, inForce, tx.by(), () -> {
                    invoice.buyer = buyer;
                    invoice.buyerGiven = true;
                }));
    }

    /** Somebody sees to it from now on. */
    public Uni<Invoice> assignOwner(Tx tx, UUID id, Owner owner) {
        return invoices.load(tx, id).invoke(invoice -> {
            invoice.moveBy(Command.ASSIGN_OWNER, owner.name(), tx.by());
            invoice.owner = owner;
        });
    }

    /** Says something to the buyer, or nothing any more. */
    Uni<Invoice> note(Tx tx, UUID id, NoteForBuyer note) {
        return invoices.load(tx, id).invoke(invoice -> {
            invoice.moveBy(Command.NOTE, note.text(), tx.by());
            invoice.noteForBuyer = note.text();
        });
    }
}
