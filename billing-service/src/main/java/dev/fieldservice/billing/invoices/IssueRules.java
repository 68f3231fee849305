package dev.fieldservice.billing.invoices;

import dev.fieldservice.billing.company.Seller;
import dev.fieldservice.billing.pricing.TaxCategory;
import dev.fieldservice.contracts.CustomerRef;
import dev.fieldservice.contracts.codes.TaxIds;
import dev.fieldservice.platform.problems.FieldError;
import dev.fieldservice.platform.problems.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The validation of what the law wants to stand on every invoice (directive 2006/112/EC, article 226) and EN 16931 demands:
 * each rule says what is missing or cannot be.
 */
final class IssueRules {

    private static final String MISSING = "missing";
    private static final String IMPOSSIBLE = "invalid-tax-id";
    private static final String SELLERS_VAT_ID = "/seller/vatId";
    private static final String BUYERS_TAX_ID = "/buyer/taxId";

    private static final Set<TaxCategory> NOT_SUBJECT = Set.of(TaxCategory.O);
    private static final Set<TaxCategory> OWED_BY_THE_BUYER = Set.of(TaxCategory.AE, TaxCategory.K);

    private static final List<Rule> ALL = List.of(
            IssueRules::sellerIsEntered,
            IssueRules::sellerHasAVatId,
            IssueRules::buyerHasAName,
            IssueRules::buyerHasAnAddress,
            IssueRules::buyersTaxIdCanBe,
            IssueRules::whoOwesTheTaxHasAVatId,
            IssueRules::whatIsExemptSaysWhy,
            IssueRules::whatIsNotSubjectToTaxStandsAlone);

    private IssueRules() {}

    private interface Rule {
        Optional<FieldError> objection(Draft draft);
    }

    /** @param lines those that are billed */
    private record Draft(Optional<Seller> seller, CustomerRef buyer, List<InvoiceLine> lines) {

        Set<TaxCategory> taxes() {
            return lines.stream().map(line -> line.taxCategory).collect(Collectors.toSet());
        }
    }

    /** Refused with 422, naming all that is missing or cannot be. */
    static void require(Optional<Seller> seller, CustomerRef buyer, List<InvoiceLine> lines) {
        List<FieldError> objections = objections(seller, buyer, lines);
        if (!objections.isEmpty()) {
            throw new Refusal.RuleViolated(
                            "invoice-incomplete",
                            "Correct the company or the customer, then issue the invoice: the draft follows.",
                            objections)
                    .refused();
        }
    }

    static boolean isSentBack(Invoice invoice) {
        return Boolean.TRUE.equals(invoice.sentBack);
    }

    /** Refused with 409 while the draft's job is with those who did it. */
    static void requireHere(Invoice invoice) {
        if (invoice.state == InvoiceLifecycle.State.DRAFT && isSentBack(invoice)) {
            throw new Refusal.Conflict(
                            "job-sent-back",
                            "Its job was sent back to be put right. The draft follows when that is closed again.")
                    .refused();
        }
    }

    private static List<FieldError> objections(Optional<Seller> seller, CustomerRef buyer, List<InvoiceLine> lines) {
        Draft draft = new Draft(
                seller, buyer, lines.stream().filter(InvoiceLine::isBilled).toList());
        return ALL.stream().flatMap(rule -> rule.objection(draft).stream()).toList();
    }

    /** Whether nothing would be refused. */
    static boolean pass(Optional<Seller> seller, CustomerRef buyer, List<InvoiceLine> lines) {
        return lines.stream().anyMatch(InvoiceLine::isBilled)
                && lines.stream().allMatch(line -> lacks(line).isEmpty())
                && objections(seller, buyer, lines).isEmpty();
    }

    /** Refused with 422 where nothing is billed, or something has no price or no tax. */
    static void requirePrices(List<InvoiceLine> lines) {
        if (lines.stream().noneMatch(InvoiceLine::isBilled)) {
            throw new Refusal.RuleViolated(
                            "no-lines", "All lines are taken out. Put back what is to be billed, or void it.")
                    .refused();
        }
        List<FieldError> missing = lines.stream()
                .flatMap(line ->
                        lacks(line)
                                .map(what -> new FieldError("/lines/" + (line.position - 1), "unpriced", what))
                                .stream())
                .toList();
        if (!missing.isEmpty()) {
            throw new Refusal.RuleViolated(
                            "unpriced-lines",
                            "Set what is missing or wrong as of the day of the line, then reprice the invoice.",
                            missing)
                    .refused();
        }
    }

    /** What keeps the invoice from being issued, if this line does. */
    private static Optional<String> lacks(InvoiceLine line) {
        if (line.isPriced() || !line.isBilled()) {
            return Optional.empty();
        }
        String asOf = " as of " + line.performedOn;
        String what = line.unitPrice == null
                ? "No price" + asOf
                : line.net == null ? "More than " + LineAmounts.MOST.toPlainString() : "No tax rate" + asOf;
        return Optional.of(what + ": " + line.description);
    }

    /** BT-27, BG-5. */
    private static Optional<FieldError> sellerIsEntered(Draft draft) {
        return draft.seller().isPresent()
                ? Optional.empty()
                : error("/seller", MISSING, "Enter in the company who sells: name, address and VAT id.");
    }

    /** BT-31; BR-S-02 and its sisters for the other categories, BR-CO-09. */
    private static Optional<FieldError> sellerHasAVatId(Draft draft) {
        if (draft.seller().isEmpty() || draft.taxes().equals(NOT_SUBJECT)) {
            return Optional.empty();
        }
        String vatId = draft.seller().get().vatId();
        if (vatId == null) {
            return error(SELLERS_VAT_ID, MISSING, "Enter the company's VAT id.");
        }
        return TaxIds.isVatId(vatId)
                ? Optional.empty()
                : error(SELLERS_VAT_ID, IMPOSSIBLE, "A VAT id begins with its country, such as RO18547290.");
    }

    /** BT-44. */
    private static Optional<FieldError> buyerHasAName(Draft draft) {
        return draft.buyer().name() == null || draft.buyer().name().isBlank()
                ? error("/buyer/name", MISSING, "Enter the customer's name.")
                : Optional.empty();
    }

    /** BG-8. */
    private static Optional<FieldError> buyerHasAnAddress(Draft draft) {
        return draft.buyer().billingAddress() == null
                ? error("/buyer/billingAddress", MISSING, "Enter the customer's address for invoices.")
                : Optional.empty();
    }

    /** BT-48; people have none. One of another member state without its country would be taxed as if it were of this one. */
    private static Optional<FieldError> buyersTaxIdCanBe(Draft draft) {
        String taxId = draft.buyer().taxId();
        if (taxId == null) {
            return Optional.empty();
        }
        if (!TaxIds.canExist(taxId, country(draft.buyer()))) {
            return error(BUYERS_TAX_ID, IMPOSSIBLE, "There is no such tax id; correct it or leave it out.");
        }
        return TaxIds.lacksCountry(taxId, country(draft.buyer()))
                ? error(BUYERS_TAX_ID, IMPOSSIBLE, "Save the customer anew: the VAT id will begin with its country.")
                : Optional.empty();
    }

    /** BR-AE-02, BR-IC-02. */
    private static Optional<FieldError> whoOwesTheTaxHasAVatId(Draft draft) {
        String taxId = draft.buyer().taxId();
        if (draft.taxes().stream().noneMatch(OWED_BY_THE_BUYER::contains)) {
            return Optional.empty();
        }
        if (taxId == null) {
            return error(BUYERS_TAX_ID, MISSING, "Enter the customer's VAT id: the customer owes the tax.");
        }
        boolean isNamedAlready = buyersTaxIdCanBe(draft).isPresent();
        return isNamedAlready || TaxIds.isVatId(taxId)
                ? Optional.empty()
                : error(
                        BUYERS_TAX_ID,
                        "no-vat-id",
                        "This is no VAT id, which begins with its country: only who has one can owe the tax.");
    }

    /** BR-E-10. */
    private static Optional<FieldError> whatIsExemptSaysWhy(Draft draft) {
        return draft.lines().stream()
                .filter(line -> line.taxCategory == TaxCategory.E && line.exemptionReason == null)
                .findFirst()
                .flatMap(line -> error(
                        "/lines/" + (line.position - 1),
                        MISSING,
                        "Say why it is exempt, by a tax rule or for the line; for all that the company sells, in the"
                                + " setting exemption-reason."));
    }

    /** BR-O-11. */
    private static Optional<FieldError> whatIsNotSubjectToTaxStandsAlone(Draft draft) {
        return draft.taxes().contains(TaxCategory.O) && draft.taxes().size() > 1
                ? error("/lines", "mixed-taxes", "What is not subject to VAT stands on an invoice of its own.")
                : Optional.empty();
    }

    private static String country(CustomerRef buyer) {
        return buyer.billingAddress() == null ? null : buyer.billingAddress().countryCode();
    }

    private static Optional<FieldError> error(String pointer, String code, String detail) {
        return Optional.of(new FieldError(pointer, code, detail));
    }
}
