package dev.fieldservice.billing.invoices;

import dev.fieldservice.billing.company.Seller;
import dev.fieldservice.billing.pricing.TaxCategory;
import dev.fieldservice.contracts.Address;
import dev.fieldservice.contracts.CustomerRef;
import dev.fieldservice.contracts.codes.TaxIds;
import dev.fieldservice.platform.problems.FieldError;
import dev.fieldservice.platform.problems.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The validation of what the law wants to stand on every invoice (directive 2006/112/EC, article 226) and EN 16931 demands:
 * each rule says what is missing or cannot be.
 */
final class IssueRules {

    private static final String MISSING = "missing";
    private static final String IMPOSSIBLE = "invalid-tax-id";

    private static final Set<TaxCategory> NOT_SUBJECT = Set.of(TaxCategory.O);
    private static final Set<TaxCategory> OWED_BY_THE_BUYER = Set.of(TaxCategory.AE, TaxCategory.K);

    private static final List<Rule> ALL = List.of(
            IssueRules::sellerIsEntered,
            IssueRules::sellerHasAVatIdThatCanBe,
            IssueRules::buyerHasAName,
            IssueRules::buyerHasAnAddress,
            IssueRules::buyersTaxIdCanBe,
            IssueRules::whoOwesTheTaxHasAVatId,
            IssueRules::whatIsNotSubjectToTaxStandsAlone);

    private IssueRules() {}

    private interface Rule {
        Optional<FieldError> objection(Optional<Seller> seller, CustomerRef buyer, Set<TaxCategory> taxes);
    }

    /** Refused with 422, naming all that is missing or cannot be. */
    static void require(Optional<Seller> seller, CustomerRef buyer, Set<TaxCategory> taxes) {
        List<FieldError> objections = ALL.stream()
                .flatMap(rule -> rule.objection(seller, buyer, taxes).stream())
                .toList();
        if (!objections.isEmpty()) {
            throw new Refusal.RuleViolated(
                            "invoice-incomplete",
                            "Correct the company or the customer, then issue the invoice: the draft follows.",
                            objections)
                    .refused();
        }
    }

    /** BT-27, BG-5. */
    private static Optional<FieldError> sellerIsEntered(
            Optional<Seller> seller, CustomerRef buyer, Set<TaxCategory> taxes) {
        return seller.isPresent()
                ? Optional.empty()
                : error("/seller", MISSING, "Enter in the company who sells: name, address and VAT id.");
    }

    /** BT-31; BR-S-02 and its sisters for the other categories. */
    private static Optional<FieldError> sellerHasAVatIdThatCanBe(
            Optional<Seller> seller, CustomerRef buyer, Set<TaxCategory> taxes) {
        if (taxes.equals(NOT_SUBJECT)) {
            return Optional.empty();
        }
        return seller.flatMap(known -> known.vatId() == null
                ? error("/seller/vatId", MISSING, "Enter the company's VAT id.")
                : impossible("/seller/vatId", known.vatId(), known.address()));
    }

    /** BT-44. */
    private static Optional<FieldError> buyerHasAName(
            Optional<Seller> seller, CustomerRef buyer, Set<TaxCategory> taxes) {
        return buyer.name() == null || buyer.name().isBlank()
                ? error("/buyer/name", MISSING, "Enter the customer's name.")
                : Optional.empty();
    }

    /** BG-8. */
    private static Optional<FieldError> buyerHasAnAddress(
            Optional<Seller> seller, CustomerRef buyer, Set<TaxCategory> taxes) {
        return buyer.billingAddress() == null
                ? error("/buyer/billingAddress", MISSING, "Enter the customer's address for invoices.")
                : Optional.empty();
    }

    /** BT-48; people have none. */
    private static Optional<FieldError> buyersTaxIdCanBe(
            Optional<Seller> seller, CustomerRef buyer, Set<TaxCategory> taxes) {
        return Optional.ofNullable(buyer.taxId())
                .flatMap(taxId -> impossible("/buyer/taxId", taxId, buyer.billingAddress()));
    }

    /** BR-AE-02, BR-IC-02. */
    private static Optional<FieldError> whoOwesTheTaxHasAVatId(
            Optional<Seller> seller, CustomerRef buyer, Set<TaxCategory> taxes) {
        return buyer.taxId() == null && taxes.stream().anyMatch(OWED_BY_THE_BUYER::contains)
                ? error("/buyer/taxId", MISSING, "Enter the customer's VAT id: the customer owes the tax.")
                : Optional.empty();
    }

    /** BR-O-11. */
    private static Optional<FieldError> whatIsNotSubjectToTaxStandsAlone(
            Optional<Seller> seller, CustomerRef buyer, Set<TaxCategory> taxes) {
        return taxes.contains(TaxCategory.O) && taxes.size() > 1
                ? error("/lines", "mixed-taxes", "What is not subject to VAT stands on an invoice of its own.")
                : Optional.empty();
    }

    private static Optional<FieldError> impossible(String pointer, String taxId, Address address) {
        String country = Optional.ofNullable(address).map(Address::countryCode).orElse("");
        return TaxIds.canExist(taxId, country)
                ? Optional.empty()
                : error(pointer, IMPOSSIBLE, "There is no such VAT id; correct it or leave it out.");
    }

    private static Optional<FieldError> error(String pointer, String code, String detail) {
        return Optional.of(new FieldError(pointer, code, detail));
    }
}
