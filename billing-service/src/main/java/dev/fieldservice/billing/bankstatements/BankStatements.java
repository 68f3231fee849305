package dev.fieldservice.billing.bankstatements;

import dev.fieldservice.billing.accounts.CustomerAccount;
import dev.fieldservice.billing.bankstatements.StatementLine.Outcome;
import dev.fieldservice.billing.days.Day;
import dev.fieldservice.billing.payments.Payment;
import dev.fieldservice.billing.payments.Payments;
import dev.fieldservice.contracts.Money;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Records what stands on a bank statement, each entry once, whatever file it comes in again. */
@ApplicationScoped
class BankStatements {

    static final int MOST_ENTRIES = 1000;

    private final Vertx vertx;
    private final Payments payments;

    BankStatements(Vertx vertx, Payments payments) {
        this.vertx = vertx;
        this.payments = payments;
    }

    /** An entry with its key. */
    private record Keyed(BankEntry entry, String key) {}

    Uni<BankStatement> take(Tx tx, NewBankStatement sent) {
        return read(sent)
                .chain(file -> Day.of(tx.session(), tx.by().at())
                        .chain(today ->
                                take(tx, new BankStatement(sent, file.sha256(), tx.by()), file.entries(), today)));
    }

    private record Read(String sha256, List<BankEntry> entries) {}

    /** Not on the event loop: a large file takes long. */
    private Uni<Read> read(NewBankStatement sent) {
        return Uni.createFrom()
                .completionStage(
                        () -> vertx.executeBlocking(() -> entries(sent), false).toCompletionStage());
    }

    private static Read entries(NewBankStatement sent) {
        byte[] file = sent.file();
        List<BankEntry> entries = switch (sent.format()) {
            case CAMT_053 -> CamtFile.read(file);
            case CSV -> CsvFile.read(file);
        };
        if (entries.size() > MOST_ENTRIES) {
            throw Unreadable.tooMany(MOST_ENTRIES);
        }
        return new Read(EntryKeys.sha256(file), entries);
    }

    private Uni<BankStatement> take(Tx tx, BankStatement statement, List<BankEntry> entries, LocalDate today) {
        entries.forEach(entry -> Unreadable.requireSound(entry, today));
        List<String> keys = EntryKeys.of(entries);
        List<Keyed> keyed = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            keyed.add(new Keyed(entries.get(i), keys.get(i)));
        }
        return Candidates.known(tx, keys)
                .chain(known -> Candidates.owners(tx, fresh(keyed, known))
                        .chain(owners -> lock(tx, statement, customers(owners, fresh(keyed, known)))
                                .chain(locked -> Candidates.complete(tx, owners, locked)))
                        .chain(matching -> record(tx, statement, keyed, known, matching)));
    }

    private static List<BankEntry> fresh(List<Keyed> all, Set<String> known) {
        return all.stream()
                .filter(each -> each.entry().objection() == null && !known.contains(each.key()))
                .map(Keyed::entry)
                .toList();
    }

    private static Set<UUID> customers(Matching owners, List<BankEntry> entries) {
        Set<UUID> sorted = new TreeSet<>();
        entries.stream().map(owners::customer).flatMap(Optional::stream).forEach(sorted::add);
        return sorted;
    }

    /** In the order of their ids, so that two statements do not wait for each other. */
    private static Uni<Set<UUID>> lock(Tx tx, BankStatement statement, Set<UUID> customers) {
        return statement.dryRun
                ? Uni.createFrom().item(customers)
                : OneByOne.each(customers, customer -> CustomerAccount.lock(tx, customer))
                        .replaceWith(customers);
    }

    private Uni<BankStatement> record(
            Tx tx, BankStatement statement, List<Keyed> all, Set<String> known, Matching matching) {
        List<StatementLine> lines = new ArrayList<>();
        return OneByOne.each(
                        all, each -> line(tx, statement, each, known, matching).invoke(lines::add))
                .invoke(() -> statement.became(lines))
                .chain(() -> tx.add(statement));
    }

    private Uni<StatementLine> line(Tx tx, BankStatement statement, Keyed each, Set<String> known, Matching matching) {
        BankEntry entry = each.entry();
        if (entry.objection() != null || known.contains(each.key())) {
            return Uni.createFrom().item(line(entry, outcome(entry), Optional.empty(), Matching.Match.NONE));
        }
        Matching.Match match = matching.match(entry);
        return statement.dryRun
                ? Uni.createFrom().item(line(entry, Outcome.PAYMENT, Optional.empty(), match))
                : pay(tx, statement, each, match)
                        .map(payment -> line(entry, Outcome.PAYMENT, Optional.of(payment.id()), match));
    }

    private Uni<Payment> pay(Tx tx, BankStatement statement, Keyed each, Matching.Match match) {
        BankEntry entry = each.entry();
        Payments.Told told = new Payments.Told(
                match.customer(),
                new Money(entry.amount(), entry.currency()),
                entry.bookedOn(),
                entry.payerName(),
                entry.payerIban(),
                entry.text(),
                statement.id(),
                each.key());
        return payments.hear(
                tx,
                told,
                match.parts().stream()
                        .map(part -> new Payments.Paid(part.receivable(), part.amount()))
                        .toList());
    }

    private static Outcome outcome(BankEntry entry) {
        return Optional.ofNullable(entry.objection())
                .map(objection -> switch (objection) {
                    case DEBIT -> Outcome.DEBIT;
                    case NOT_BOOKED -> Outcome.NOT_BOOKED;
                    case REVERSAL -> Outcome.REVERSAL;
                })
                .orElse(Outcome.KNOWN);
    }

    private static StatementLine line(BankEntry entry, Outcome outcome, Optional<UUID> payment, Matching.Match match) {
        return new StatementLine(
                entry.row(),
                outcome,
                entry.bookedOn(),
                new Money(entry.amount(), entry.currency()),
                entry.payerName(),
                entry.text().isEmpty() ? null : entry.text(),
                payment.orElse(null),
                match.customer().orElse(null),
                match.parts().stream()
                        .map(part -> new StatementLine.Paid(
                                part.receivable(), part.number(), new Money(part.amount(), entry.currency())))
                        .toList());
    }
}
