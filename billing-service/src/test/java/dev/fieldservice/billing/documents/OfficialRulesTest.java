package dev.fieldservice.billing.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.billing.company.Seller;
import dev.fieldservice.billing.pricing.TaxCategory;
import dev.fieldservice.contracts.Address;
import dev.fieldservice.platform.problems.FieldError;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What passes the schema of UBL, EN 16931 and CIUS-RO, and how it is told what does not. */
class OfficialRulesTest {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private static OfficialRules rules;

    @BeforeAll
    static void theRulesAreRead() {
        rules = new OfficialRules(new DocumentsConfig() {
            @Override
            public int examinedAtOnce() {
                return 1;
            }

            @Override
            public boolean sendAtIssue() {
                return true;
            }
        });
        long start = System.nanoTime();
        assertThat(WarmUpDocuments.ALL)
                .allSatisfy(document -> assertThat(objections(document)).isEmpty());
        System.out.printf("official rules read in %d ms%n", (System.nanoTime() - start) / 1_000_000);
    }

    @AfterAll
    static void stop() {
        rules.stop();
    }

    @Test
    void whatIsSoldWithinRomaniaPassesItsOwnRules() {
        InvoiceDocument invoice = ordinary().issued();

        assertThat(RuleSet.of(invoice)).isEqualTo(RuleSet.CIUS_RO);
        assertThat(objections(invoice)).isEmpty();
        long start = System.nanoTime();
        for (int i = 0; i < 10; i++) {
            assertThat(objections(invoice)).isEmpty();
        }
        System.out.printf("an invoice examined in %d ms%n", (System.nanoTime() - start) / 10_000_000);
    }

    /** A clause may be longer than the note of a line. */
    @Test
    void whyALineCostsNothingIsCutWhereItIsTooLong() {
        String clause = "Piesele de schimb sunt acoperite. ".repeat(29);
        InvoiceDocument invoice = ordinary()
                .free("Filtru", new LineReason(LineReason.Kind.AGREED, new BigDecimal(100), "Abonament", clause))
                .issued();

        assertThat(objections(invoice)).isEmpty();
        assertThat(new String(Ubl.of(invoice), StandardCharsets.UTF_8))
                .contains("<cbc:Note>Acoperit 100 %, Abonament, Piesele de schimb", "…</cbc:Note>");
    }

    @Test
    void severalRatesPassInOneInvoice() {
        assertThat(objections(ordinary()
                        .part("Filtru", "2", "EA", "10", TaxCategory.S, "11.00")
                        .part("Manual", "1", "EA", "4.5", TaxCategory.Z, "0.00")
                        .part("Instruire", "1", "EA", "40", TaxCategory.E, "0.00")
                        .part("Deșeuri", "3.5", "KGM", "2.3333", TaxCategory.AE, "0.00")
                        .issued()))
                .isEmpty();
    }

    @Test
    void workThatIsCoveredPassesAtZero() {
        assertThat(objections(Samples.invoice()
                        .minutes("Manoperă, garanție", "90", "0", TaxCategory.S, "21.00")
                        .issued()))
                .isEmpty();
    }

    @Test
    void abroadTheBuyerOwesTheTaxOrItIsSuppliedOrExported() {
        Samples atVienna = Samples.invoice().to("ATU12345675", Samples.VIENNA).in("AT");
        InvoiceDocument invoice = atVienna.minutes("Manoperă", "20", "180", TaxCategory.AE, "0.00")
                .part("Compresor", "1", "EA", "4000", TaxCategory.K, "0.00")
                .issued();

        assertThat(RuleSet.of(invoice)).isEqualTo(RuleSet.EN_16931);
        assertThat(objections(invoice)).isEmpty();
        assertThat(objections(Samples.invoice()
                        .to(null, new Address("Main Street 1", "Chișinău", null, null, "MD"))
                        .in("MD")
                        .part("Compresor", "1", "EA", "4000", TaxCategory.G, "0.00")
                        .issued()))
                .isEmpty();
    }

    @Test
    void aCompanyThatIsNotRegisteredForVatSellsOutsideOfIt() {
        assertThat(objections(Samples.invoice()
                        .to("12345674", Samples.CLUJ)
                        .minutes("Manoperă", "60", "180", TaxCategory.O, "0.00")
                        .issued()))
                .isEmpty();
    }

    @Test
    void aPersonWhoTellsNoNumberIsSoldTo() {
        assertThat(objections(ordinary().to(null, Samples.CLUJ).issued())).isEmpty();
    }

    @Test
    void aCreditNotePassesHereAndAbroad() {
        assertThat(objections(ordinary().creditNote().issued())).isEmpty();
        assertThat(objections(Samples.invoice()
                        .creditNote()
                        .to("ATU12345675", Samples.VIENNA)
                        .minutes("Manoperă", "20", "180", TaxCategory.AE, "0.00")
                        .issued()))
                .isEmpty();
    }

    @Test
    void whatAnAddressLacksIsToldAsItsField() {
        Address noSector = new Address("Bulevardul Timișoara 26", "București", "RO-B", null, "RO");
        Address noCounty = new Address("Strada Fabricii 7", "Cluj-Napoca", null, "400620", "RO");

        assertThat(objections(ordinary().to("RO12345674", noSector).issued()))
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("/buyer/billingAddress/city", "br-ro-100"));
        assertThat(objections(ordinary().by(at(noCounty)).issued()))
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("/seller/address/region", "br-ro-110"));
        assertThat(objections(ordinary()
                        .to("RO12345674", new Address("Str. 1", "Sectorul 4", "RO-B", null, "RO"))
                        .issued()))
                .isEmpty();
    }

    @Test
    void whatALineHasTooMuchOfIsToldAtTheLine() {
        String long300 = "Înlocuire ".repeat(30);
        assertThat(objections(ordinary()
                        .minutes(long300, "60", "180", TaxCategory.S, "21.00")
                        .issued()))
                .isEmpty();
        assertThat(objections(ordinary()
                        .minutes(long300 + long300, "60", "180", TaxCategory.S, "21.00")
                        .issued()))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.pointer()).isEqualTo("/lines/2/description");
                    assertThat(error.code()).isEqualTo("br-ro-l200");
                    assertThat(error.detail())
                            .isEqualTo("The allowed maximum number of characters for the Item description (BT-154) is"
                                    + " 200.");
                });
    }

    @Test
    void anotherCurrencyIsToldAsSuch() {
        assertThat(objections(Samples.invoice()
                        .inCurrency("EUR")
                        .minutes("Manoperă", "60", "40", TaxCategory.S, "21.00")
                        .issued()))
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("/currency", "br-ro-030"));
    }

    @Test
    void anotherCurrencyPassesWhereTheVatIsToldInLei() {
        Samples inEuro = Samples.invoice()
                .inCurrency("EUR")
                .minutes("Manoperă", "60", "40", TaxCategory.S, "21.00")
                .at("5.0921");

        assertThat(objections(inEuro.issued())).isEmpty();
        assertThat(objections(inEuro.creditNote().issued())).isEmpty();
        // 21 % of 40.00 is 8.40; 8.40 × 5.0921 = 42.77364
        assertThat(new String(Ubl.of(inEuro.issued()), StandardCharsets.UTF_8))
                .contains(">EUR</cbc:DocumentCurrencyCode><cbc:TaxCurrencyCode>RON</cbc:TaxCurrencyCode>")
                .contains("<cbc:TaxAmount currencyID=\"RON\">42.77</cbc:TaxAmount>")
                .contains("<cbc:Note>1 EUR = 5.0921 RON (BNR, 2026-02-27)</cbc:Note>");
    }

    private static Samples ordinary() {
        return Samples.invoice()
                .part("Agent frigorific R-449A", "0.333", "KGM", "245.5555", TaxCategory.S, "21.00")
                .minutes("Manoperă, Tudor Ionescu", "20", "180.0000", TaxCategory.S, "21.00");
    }

    private static Seller at(Address address) {
        Seller who = Samples.FRIGOTEHNICA;
        return new Seller(who.legalName(), who.vatId(), null, null, address, null, null, who.iban(), who.bank());
    }

    private static List<FieldError> objections(InvoiceDocument document) {
        return rules.objections(document).await().atMost(LONGEST);
    }
}
