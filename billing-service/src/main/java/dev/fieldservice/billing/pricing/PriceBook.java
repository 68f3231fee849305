package dev.fieldservice.billing.pricing;

import dev.fieldservice.billing.company.KnownCompany;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** The look-up of prices and rates: of each the one that was valid on the first day, and all that came until the last. */
@ApplicationScoped
public class PriceBook {

    private static final String PARTS = """
            from PartPrice p where p.partId in :parts and p.currency = :currency and p.validFrom <= :last
               and (p.validThrough is null or p.validThrough >= :first)
               and (p.customerId is null or p.customerId = :customer) and (p.contractId is null or p.contractId = :contract)
               and p.withdrawal is null and not exists (from PartPrice q
                  where q.partId = p.partId and q.currency = p.currency and q.withdrawal is null
                    and q.customerId is not distinct from p.customerId and q.contractId is not distinct from p.contractId
                    and (q.validThrough is null or q.validThrough >= :last)
                    and q.validFrom > p.validFrom and q.validFrom <= :first)""";
    private static final String HOURS = """
            from LabourRate r where r.currency = :currency and r.validFrom <= :last
               and (r.workTypeId is null or r.workTypeId = :workType)
               and (r.validThrough is null or r.validThrough >= :first)
               and (r.customerId is null or r.customerId = :customer) and (r.contractId is null or r.contractId = :contract)
               and r.withdrawal is null and not exists (from LabourRate q
                  where q.kind = r.kind and q.currency = r.currency and q.withdrawal is null
                    and q.customerId is not distinct from r.customerId and q.contractId is not distinct from r.contractId
                    and q.workTypeId is not distinct from r.workTypeId
                    and (q.validThrough is null or q.validThrough >= :last)
                    and q.validFrom > r.validFrom and q.validFrom <= :first)""";
    private static final String TAXES = """
            from TaxRate r where r.category = :category and r.validFrom <= :last
               and r.withdrawal is null and not exists (from TaxRate q
                  where q.category = r.category and q.level = r.level and q.withdrawal is null
                    and q.validFrom > r.validFrom and q.validFrom <= :first)""";

    private static final String RULES = """
            from TaxRule r where r.withdrawal is null and r.validFrom <= :last
               and (r.customerId = :customer or r.partId in :parts or r.workKind is not null)""";

    private static final String PRICE_RULES = """
            from PriceRule r where r.withdrawal is null and r.validFrom <= :last
               and (r.validThrough is null or r.validThrough >= :first)
               and (r.customerId is null or r.customerId = :customer) and (r.contractId is null or r.contractId = :contract)
               and (r.partId is null or r.partId in :parts)
               and (r.assetId is null or r.assetId = :asset) and (r.workTypeId is null or r.workTypeId = :workType)""";

    private static final String LANGUAGE =
            "select language from customer_account where id = ?1 and language is not null";

    private static final UUID NONE = new UUID(0, 0);
    private static final Set<UUID> NO_PART = Set.of(NONE);

    /** What is to be looked up: some parts, hours and taxes, from one day to another. */
    public record Wanted(Deal deal, Set<UUID> parts, LocalDate first, LocalDate last) {

        /** The same, sold to somebody else. */
        public Wanted soldTo(UUID other) {
            return new Wanted(deal.with(other), parts, first, last);
        }

        /** The same, and what holds on this day. */
        public Wanted including(LocalDate day) {
            return new Wanted(deal, parts, day.isBefore(first) ? day : first, day.isAfter(last) ? day : last);
        }

        /** @param days at least one */
        public static Wanted of(Deal deal, Stream<UUID> parts, Stream<LocalDate> days) {
            TreeSet<LocalDate> sorted = days.collect(Collectors.toCollection(TreeSet::new));
            return new Wanted(deal, parts.collect(Collectors.toSet()), sorted.first(), sorted.last());
        }
    }

    private final PriceChanges changes;
    private final BillingTerms terms;

    public PriceBook(PriceChanges changes, BillingTerms terms) {
        this.changes = changes;
        this.terms = terms;
    }

    /** Until the commit prices stay as they are; to be called before the row of an invoice is locked. */
    public Uni<Void> hold(Tx tx) {
        return changes.hold(tx);
    }

    /** In the currency that the company has now. */
    public Uni<Prices> find(Tx tx, Wanted wanted) {
        return KnownCompany.read(tx.session()).chain(company -> find(tx, wanted, company.currency(), company));
    }

    public Uni<Prices> find(Tx tx, Wanted wanted, String currency) {
        return KnownCompany.read(tx.session()).chain(company -> find(tx, wanted, currency, company));
    }

    private Uni<Prices> find(Tx tx, Wanted wanted, String currency, KnownCompany company) {
        return parts(tx, wanted, currency)
                .chain(parts -> hours(tx, wanted, currency)
                        .chain(hours -> taxes(tx, wanted)
                                .chain(taxes -> rules(tx, wanted)
                                        .chain(rules -> priceRules(tx, wanted)
                                                .chain(priceRules -> languages(tx, wanted, company)
                                                        .map(languages -> new Prices(
                                                                currency,
                                                                parts,
                                                                hours,
                                                                taxes,
                                                                rules,
                                                                new PriceRules(
                                                                        priceRules, currency, company.holidays()),
                                                                terms.tax(),
                                                                company.country()
                                                                        .orElse(null),
                                                                languages)))))));
    }

    private static Uni<Map<UUID, List<Listed>>> parts(Tx tx, Wanted wanted, String currency) {
        if (wanted.parts().isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return within(tx.session().createSelectionQuery(PARTS, PartPrice.class), wanted)
                .setParameter("parts", wanted.parts())
                .setParameter("currency", currency)
                .setParameter("customer", wanted.deal().customerId())
                .setParameter(
                        "contract", Objects.requireNonNullElse(wanted.deal().contractId(), NONE))
                .getResultList()
                .map(found -> grouped(found, price -> price.partId, PartPrice::listed));
    }

    private static Uni<Map<WorkKind, List<Listed>>> hours(Tx tx, Wanted wanted, String currency) {
        return within(tx.session().createSelectionQuery(HOURS, LabourRate.class), wanted)
                .setParameter("currency", currency)
                .setParameter("customer", wanted.deal().customerId())
                .setParameter(
                        "contract", Objects.requireNonNullElse(wanted.deal().contractId(), NONE))
                .setParameter(
                        "workType", Objects.requireNonNullElse(wanted.deal().workTypeId(), NONE))
                .getResultList()
                .map(found -> grouped(found, rate -> rate.kind, LabourRate::listed));
    }

    private static Uni<Map<TaxLevel, List<Listed>>> taxes(Tx tx, Wanted wanted) {
        return within(tx.session().createSelectionQuery(TAXES, TaxRate.class), wanted)
                .setParameter("category", TaxCategory.S)
                .getResultList()
                .map(found -> grouped(found, tax -> tax.level, TaxRate::listed));
    }

    private static Uni<List<TaxRule>> rules(Tx tx, Wanted wanted) {
        return tx.session()
                .createSelectionQuery(RULES, TaxRule.class)
                .setParameter("customer", wanted.deal().customerId())
                .setParameter("parts", wanted.parts().isEmpty() ? NO_PART : wanted.parts())
                .setParameter("last", wanted.last())
                .getResultList();
    }

    private static Uni<List<PriceRule>> priceRules(Tx tx, Wanted wanted) {
        Deal deal = wanted.deal();
        return within(tx.session().createSelectionQuery(PRICE_RULES, PriceRule.class), wanted)
                .setParameter("customer", deal.customerId())
                .setParameter("contract", Objects.requireNonNullElse(deal.contractId(), NONE))
                .setParameter("parts", wanted.parts().isEmpty() ? NO_PART : wanted.parts())
                .setParameter("asset", Objects.requireNonNullElse(deal.assetId(), NONE))
                .setParameter("workType", Objects.requireNonNullElse(deal.workTypeId(), NONE))
                .getResultList();
    }

    /** That of the customer goes before the company's. */
    private static Uni<List<String>> languages(Tx tx, Wanted wanted, KnownCompany company) {
        return tx.session()
                .createNativeQuery(LANGUAGE, String.class)
                .setParameter(1, wanted.deal().customerId())
                .getResultList()
                .map(agreed -> Stream.concat(agreed.stream(), company.languages().stream())
                        .toList());
    }

    private static <T> Mutiny.SelectionQuery<T> within(Mutiny.SelectionQuery<T> query, Wanted wanted) {
        return query.setParameter("first", wanted.first()).setParameter("last", wanted.last());
    }

    private static <T, K> Map<K, List<Listed>> grouped(List<T> found, Function<T, K> key, Function<T, Listed> listed) {
        return found.stream().collect(Collectors.groupingBy(key, Collectors.mapping(listed, Collectors.toList())));
    }
}
