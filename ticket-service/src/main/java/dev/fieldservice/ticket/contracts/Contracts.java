package dev.fieldservice.ticket.contracts;

import dev.fieldservice.platform.errands.Errands;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.ticket.company.WorkTime;
import dev.fieldservice.ticket.company.YearlyNumbers;
import dev.fieldservice.ticket.customers.Belonging;
import dev.fieldservice.ticket.errands.TicketErrand;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Makes contracts, and sees to it that they are renewed or end. */
@ApplicationScoped
public class Contracts {

    private static final String SITES = "select id from ServiceLocation where customerId = :customer and id in :ids";
    private static final String MACHINES = "select id from Asset where customerId = :customer and id in :ids";

    private final Errands errands;

    public Contracts(Errands errands) {
        this.errands = errands;
    }

    Uni<Contract> draft(Tx tx, ContractDetails details) {
        return requireParties(tx, details)
                .chain(() -> YearlyNumbers.next(tx, "contract_number", "C-%d-%06d"))
                .chain(number -> tx.add(Contract.draft(details, number, tx.by())));
    }

    Uni<Contract> loadToCorrect(Tx tx, UUID id, ContractDetails details) {
        return tx.load(Contract.class, id)
                .invoke(contract -> Belonging.requireUnchanged(contract.customerId, details.customerId()))
                .call(() -> requireScope(tx, details));
    }

    Uni<Contract> activate(Tx tx, UUID id) {
        return tx.load(Contract.class, id)
                .call(contract -> WorkTime.today(tx).invoke(today -> contract.activate(today, tx.by())))
                .call(contract -> remember(tx, contract));
    }

    Uni<Contract> changeTerms(Tx tx, UUID id, NewTerms next) {
        return tx.load(Contract.class, id)
                .call(contract -> WorkTime.today(tx).invoke(today -> contract.changeTerms(next, today, tx.by())));
    }

    Uni<Contract> giveNotice(Tx tx, UUID id, String reason) {
        return tx.load(Contract.class, id)
                .call(contract -> WorkTime.today(tx).invoke(today -> contract.giveNotice(reason, today, tx.by())));
    }

    /** Renews or ends a contract whose last day is over, and remembers the next. */
    Uni<Void> turn(Tx tx, UUID id) {
        return tx.load(Contract.class, id)
                .chain(contract -> WorkTime.today(tx).chain(today -> {
                    var before = contract.validThrough;
                    contract.turn(today, tx.by());
                    return contract.validThrough.equals(before)
                            ? Uni.createFrom().voidItem()
                            : remember(tx, contract);
                }));
    }

    private Uni<Void> remember(Tx tx, Contract contract) {
        return contract.validThrough == null
                ? Uni.createFrom().voidItem()
                : WorkTime.beginning(tx, contract.validThrough.plusDays(1))
                        .chain(over -> errands.later(
                                tx,
                                TicketErrand.CONTRACT_TERM,
                                contract.subject(),
                                new TurnContract.Which(contract.id()),
                                over));
    }

    private static Uni<Void> requireParties(Tx tx, ContractDetails details) {
        return Belonging.requireCustomer(tx, details.customerId()).chain(() -> requireScope(tx, details));
    }

    private static Uni<Void> requireScope(Tx tx, ContractDetails details) {
        return requireAll(tx, SITES, details, details.locationIds(), "/locationIds/", "service location")
                .chain(() -> requireAll(tx, MACHINES, details, details.assetIds(), "/assetIds/", "asset"));
    }

    /** Refused with 422 where one leads nowhere, or to another customer's. */
    private static Uni<Void> requireAll(
            Tx tx, String query, ContractDetails details, List<UUID> ids, String pointer, String what) {
        if (ids == null) {
            return Uni.createFrom().voidItem();
        }
        return tx.session()
                .createSelectionQuery(query, UUID.class)
                .setParameter("customer", details.customerId())
                .setParameter("ids", ids)
                .getResultList()
                .invoke(found -> {
                    Set<UUID> known = new HashSet<>(found);
                    for (int i = 0; i < ids.size(); i++) {
                        if (!known.contains(ids.get(i))) {
                            throw Refusal.RuleViolated.unknown(pointer + i, what);
                        }
                    }
                })
                .replaceWithVoid();
    }
}
