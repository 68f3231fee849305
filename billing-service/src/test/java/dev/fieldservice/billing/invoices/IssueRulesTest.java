package dev.fieldservice.billing.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fieldservice.billing.company.Seller;
import dev.fieldservice.billing.pricing.TaxCategory;
import dev.fieldservice.contracts.Address;
import dev.fieldservice.contracts.CustomerRef;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.problems.Refused;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who owes the tax and who collects it have a VAT id, which is more than a number; what is exempt says why. */
class IssueRulesTest {

    private static final String COMPANY = "RO18547290";
    private static final String PERSON = "1800101221144";

    @ParameterizedTest
    @CsvSource({
        "RO18547290, S, RO, 12345674",
        "RO18547290, S, RO, 1800101221144",
        "RO18547290, AE, RO, RO12345674",
        "RO18547290, K, DE, DE136695976",
        "18547290, O, RO, 12345674",
        "RO18547290, S, US, 123456789"
    })
    void whatIsSoldLawfullyIsIssued(String seller, TaxCategory tax, String country, String taxId) {
        assertThatCode(() -> require(seller, country, taxId, line(tax, null))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "18547290, S, RO, RO12345674, /seller/vatId, invalid-tax-id",
        "18547290, AE, RO, RO12345674, /seller/vatId, invalid-tax-id",
        "RO18547290, AE, RO, 1800101221144, /buyer/taxId, no-vat-id",
        "RO18547290, AE, RO, 12345674, /buyer/taxId, no-vat-id",
        "RO18547290, K, DE, 1800101221144, /buyer/taxId, invalid-tax-id",
        "RO18547290, S, DE, 136695976, /buyer/taxId, invalid-tax-id",
        "RO18547290, AE, RO, , /buyer/taxId, missing"
    })
    void whoeverHasNoVatIdIsNamedOnce(
            String seller, TaxCategory tax, String country, String taxId, String pointer, String code) {
        assertThat(objections(seller, country, taxId, line(tax, null))).containsExactly(pointer + " " + code);
    }

    @Test
    void whatIsExemptSaysWhyUnlessItIsTakenOut() {
        assertThat(objections(COMPANY, "RO", PERSON, line(TaxCategory.S, null), line(TaxCategory.E, null)))
                .containsExactly("/lines/0 missing");
        assertThatCode(() -> require(COMPANY, "RO", PERSON, line(TaxCategory.E, "Scutit, art. 310")))
                .doesNotThrowAnyException();
        InvoiceLine out = line(TaxCategory.E, null);
        out.takenOut = true;
        assertThatCode(() -> require(COMPANY, "RO", PERSON, out, line(TaxCategory.S, null)))
                .doesNotThrowAnyException();
    }

    private static List<String> objections(String seller, String country, String taxId, InvoiceLine... lines) {
        Refused refused = catchThrowableOfType(Refused.class, () -> require(seller, country, taxId, lines));
        return ((Refusal.RuleViolated) refused.refusal())
                .errors().stream()
                        .map(error -> error.pointer() + " " + error.code())
                        .toList();
    }

    private static void require(String seller, String country, String taxId, InvoiceLine... lines) {
        Address bucharest = new Address("Strada Industriilor 12", "București", null, null, "RO");
        Address there = new Address("Strada 1", "Oraș", null, null, country);
        IssueRules.require(
                Optional.of(new Seller("Frigotehnica SRL", seller, null, null, bucharest, null, null, null, null)),
                new CustomerRef(UUID.randomUUID(), "Cotroceni SRL", null, null, taxId, there),
                List.of(lines));
    }

    private static InvoiceLine line(TaxCategory tax, String why) {
        InvoiceLine line = new InvoiceLine();
        line.position = 1;
        line.taxCategory = tax;
        line.exemptionReason = why;
        return line;
    }
}
