package dev.fieldservice.ticket.contracts;

import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.ticket.contracts.AllowanceEntry.Kind;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds under which contract and warranty a request is, and keeps the ledger of what is included. Of several contracts one about the
 * machine counts before one about the site, that before one about all of the customer's, then the oldest. Of several warranties each
 * counts.
 */
public final class Agreements {

    private static final String CONTRACTS =
            "from Contract where customerId = :customer and state = ACTIVE and validFrom <= :day order by id";
    private static final String WARRANTIES = """
            from Warranty where assetId = :asset and withdrawnAt is null and validFrom <= :day and validThrough >= :day
             order by id""";
    private static final String TAKEN = """
            select coalesce(sum(amount), 0) from allowance_entry
             where contract_id = :contract and unit = :unit and period_from = :period""";
    private static final String TAKEN_AND_OWN = """
            select coalesce(sum(amount), 0) as taken,
                   coalesce(sum(amount) filter (where ticket_id = :ticket), 0) as own
              from allowance_entry
             where contract_id = :contract and unit = :unit and period_from = :period""";
    private static final String OF_TICKET = """
            select coalesce(sum(amount), 0) as net, count(*) filter (where kind = 'DEBIT') as debits from allowance_entry
             where contract_id = :contract and unit = :unit and ticket_id = :ticket""";

    private Agreements() {}

    /**
     * About what a request is.
     *
     * @param assetId null if no machine is named
     * @param day by the site's clock, on which it was asked for
     * @param contractId under which it is wanted; null for whichever fits
     */
    public record Request(
            UUID ticketId, UUID customerId, UUID locationId, UUID assetId, LocalDate day, UUID contractId) {

        boolean mayBeUnder(Contract contract) {
            return contractId == null || contractId.equals(contract.id());
        }
    }

    /** Null where it is under nothing. What the contract includes is kept for it, as far as something is left. */
    public static Uni<Agreement> conclude(Tx tx, Request request) {
        return contract(tx, request)
                .chain(contract -> warranties(tx, request).map(found -> Agreement.of(request.day(), contract, found)));
    }

    private static Uni<Optional<Agreement.Contracted>> contract(Tx tx, Request request) {
        return tx.session()
                .createSelectionQuery(CONTRACTS, Contract.class)
                .setParameter("customer", request.customerId())
                .setParameter("day", request.day())
                .getResultList()
                .map(found -> found.stream()
                        .filter(request::mayBeUnder)
                        .filter(each -> each.covers(request.day(), request.locationId(), request.assetId()))
                        .max(Comparator.<Contract>comparingInt(each -> each.scope.precision())
                                .thenComparing(Contract::id, Comparator.reverseOrder())))
                .chain(found -> found.map(contract -> contracted(tx, contract, request))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private static Uni<Optional<Agreement.Contracted>> contracted(Tx tx, Contract contract, Request request) {
        TermsVersion version = contract.versions.on(request.day()).orElseThrow();
        Agreement.Contracted terms = new Agreement.Contracted(
                contract.id(),
                contract.number,
                contract.name,
                version.number(),
                version.terms().covered(),
                List.of(),
                version.terms().promises());
        return hold(tx, contract, version.terms().allowances(), request).map(held -> Optional.of(terms.holding(held)));
    }

    /** Under the lock of the contract, so that no visit is kept for two. */
    private static Uni<List<Held>> hold(Tx tx, Contract contract, List<Allowance> allowances, Request request) {
        List<Held> held = new ArrayList<>();
        if (allowances.isEmpty()) {
            return Uni.createFrom().item(held);
        }
        return lock(tx, contract.id())
                .chain(() -> OneByOne.each(
                        allowances,
                        allowance -> hold(tx, contract, allowance, request).invoke(kept -> kept.ifPresent(held::add))))
                .replaceWith(held);
    }

    private static Uni<Void> lock(Tx tx, UUID contractId) {
        return tx.session()
                .createNativeQuery("select 1 from contract where id = :id for no key update")
                .setParameter("id", contractId)
                .getResultList()
                .replaceWithVoid();
    }

    private static Uni<Optional<Held>> hold(Tx tx, Contract contract, Allowance allowance, Request request) {
        LocalDate period = allowance.period(request.day(), contract.validFrom, contract.termOn(request.day()));
        return tx.session()
                .createNativeQuery(TAKEN, BigDecimal.class)
                .setParameter("contract", contract.id())
                .setParameter("unit", allowance.unit().name())
                .setParameter("period", period)
                .getSingleResult()
                .map(taken -> allowance.inLedger(allowance.included()).add(taken))
                .map(left -> left.min(allowance.inLedger(allowance.perTicket())))
                .chain(some -> some.signum() <= 0
                        ? Uni.createFrom().item(Optional.empty())
                        : enter(
                                tx,
                                contract.id(),
                                request.ticketId(),
                                new Held(allowance.unit(), allowance.clause(), some, period)));
    }

    private static Uni<Optional<Held>> enter(Tx tx, UUID contract, UUID ticket, Held held) {
        return write(tx, contract, ticket, held, Kind.PROVISIONAL, held.amount().negate())
                .replaceWith(Optional.of(held));
    }

    private static Uni<Void> write(Tx tx, UUID contract, UUID ticket, Held held, Kind kind, BigDecimal amount) {
        return amount.signum() == 0
                ? Uni.createFrom().voidItem()
                : tx.add(AllowanceEntry.of(
                                contract, ticket, held, kind, amount, tx.by().at()))
                        .replaceWithVoid();
    }

    private static Uni<List<Agreement.Warranted>> warranties(Tx tx, Request request) {
        if (request.assetId() == null) {
            return Uni.createFrom().item(List.of());
        }
        return tx.session()
                .createSelectionQuery(WARRANTIES, Warranty.class)
                .setParameter("asset", request.assetId())
                .setParameter("day", request.day())
                .getResultList()
                .map(found -> found.stream().map(Warranty::warranted).toList());
    }

    /**
     * How much of what was kept for a ticket its work may use: what it gave back since may have gone to others. Visits, or minutes.
     * Others wait for the commit.
     */
    public static Uni<Map<Allowance.Unit, BigDecimal>> usable(Tx tx, UUID ticketId, Agreement agreement) {
        Map<Allowance.Unit, BigDecimal> usable = new EnumMap<>(Allowance.Unit.class);
        List<Held> kept = agreement.held().toList();
        if (kept.isEmpty()) {
            return Uni.createFrom().item(usable);
        }
        UUID contractId = agreement.contract().id();
        return lock(tx, contractId)
                .chain(() -> tx.session().find(Contract.class, contractId))
                .map(contract -> contract.versions.number(agreement.contract().terms()))
                .chain(version -> OneByOne.each(
                        kept,
                        held -> usable(tx, ticketId, contractId, version, held)
                                .invoke(amount -> usable.put(held.unit(), amount))))
                .replaceWith(usable);
    }

    private static Uni<BigDecimal> usable(Tx tx, UUID ticketId, UUID contractId, TermsVersion version, Held held) {
        BigDecimal included = version.terms().allowances().stream()
                .filter(allowance -> allowance.unit() == held.unit())
                .findFirst()
                .map(allowance -> allowance.inLedger(allowance.included()))
                .orElseThrow();
        return tx.session()
                .createNativeQuery(TAKEN_AND_OWN, Tuple.class)
                .setParameter("contract", contractId)
                .setParameter("unit", held.unit().name())
                .setParameter("period", held.periodFrom())
                .setParameter("ticket", ticketId)
                .getSingleResult()
                .map(row -> included.add(row.get("taken", BigDecimal.class))
                        .max(BigDecimal.ZERO)
                        .subtract(row.get("own", BigDecimal.class))
                        .min(held.amount()));
    }

    /**
     * Debits what its work used in place of what was kept or debited before.
     *
     * @param used by all work of the ticket, of each unit: visits, or minutes
     */
    public static Uni<Void> settle(Tx tx, UUID ticketId, Agreement agreement, Map<Allowance.Unit, BigDecimal> used) {
        return OneByOne.each(
                agreement.held().toList(),
                held -> settle(
                        tx,
                        ticketId,
                        agreement.contract().id(),
                        held,
                        used.getOrDefault(held.unit(), BigDecimal.ZERO)));
    }

    private static Uni<Void> settle(Tx tx, UUID ticketId, UUID contractId, Held held, BigDecimal used) {
        return tx.session()
                .createNativeQuery(OF_TICKET, Tuple.class)
                .setParameter("contract", contractId)
                .setParameter("unit", held.unit().name())
                .setParameter("ticket", ticketId)
                .getSingleResult()
                .chain(row -> {
                    BigDecimal net = row.get("net", BigDecimal.class);
                    boolean isSettled = row.get("debits", Long.class) > 0 || net.signum() == 0;
                    if (isSettled && net.add(used).signum() == 0) {
                        return Uni.createFrom().voidItem();
                    }
                    return write(tx, contractId, ticketId, held, Kind.REVERSAL, net.negate())
                            .chain(() -> write(tx, contractId, ticketId, held, Kind.DEBIT, used.negate()));
                });
    }

    /** Nothing of what is included is needed for it. @param agreement null if it is under nothing */
    public static Uni<Void> release(Tx tx, UUID ticketId, Agreement agreement) {
        return agreement == null ? Uni.createFrom().voidItem() : settle(tx, ticketId, agreement, Map.of());
    }
}
