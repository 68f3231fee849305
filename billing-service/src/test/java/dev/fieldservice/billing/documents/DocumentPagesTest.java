package dev.fieldservice.billing.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.billing.pricing.TaxCategory;
import dev.fieldservice.platform.papers.Paper;
import dev.fieldservice.platform.papers.Pdf;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** What stands on an invoice; its pages lie in {@code target/pages} to be looked at. */
@QuarkusTest
@WithTestResource(RealServers.class)
class DocumentPagesTest {

    private static final String TUDOR = "Tudor Ionescu";
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final BigDecimal TWENTY = new BigDecimal(20);
    private static final Instant AT = Instant.parse("2026-03-03T09:00:00Z");

    @Inject
    DocumentPapers papers;

    @BeforeAll
    static void theValidatorIsThere() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @ParameterizedTest
    @EnumSource(DocumentLanguage.class)
    void allThatLawWantsStandsOnItInEachLanguage(DocumentLanguage language) throws Exception {
        InvoiceDocument invoice = mixed().issued();

        byte[] pdf = printed(new Printable(invoice, Optional.of("FS-2026-000042.xml"), AT), language, "invoice");

        assertThat(text(pdf))
                .contains("FS-2026-000042", "Frigotehnica Service SRL", "RO18547290", "J40/4321/2006")
                .contains(
                        "Capital social 200 RON", "Supermarket Cotroceni SRL", "RO12345674", "Bulevardul Timișoara 26")
                .contains("RO49 AAAA 1B31 0075 9384 0000", "Banca Exemplu", "SO-2026-000042", "Agent frigorific R-449A")
                .contains(Wording.of(language).of("reason", "AE"))
                .contains(Wording.of(language).money(invoice.gross()))
                .doesNotContain("#");
        assertThat(objections(pdf)).isEmpty();
        assertThat(inside(pdf)).isEqualTo(Ubl.of(invoice));
    }

    /** What the XML inside says is one, whatever language it is printed in. */
    @ParameterizedTest
    @EnumSource(DocumentLanguage.class)
    void whatWasWorkedIsWordedInTheLanguageOfThePaper(DocumentLanguage language) throws Exception {
        byte[] pdf =
                printed(new Printable(mixed().issued(), Optional.of("FS-2026-000042.xml"), AT), language, "worded");

        assertThat(text(pdf).replaceAll("\\s+", " ")).contains(worded(language)).contains("Agent frigorific R-449A");
        assertThat(new String(inside(pdf), StandardCharsets.UTF_8)).contains(worded(DocumentLanguage.RO));
    }

    @ParameterizedTest
    @EnumSource(DocumentLanguage.class)
    void whatCostsNothingSaysWhy(DocumentLanguage language) throws Exception {
        byte[] pdf = printed(new Printable(mixed().issued(), Optional.of("FS-2026-000042.xml"), AT), language, "free");

        assertThat(text(pdf).replaceAll("\\s+", " "))
                .contains(
                        switch (language) {
                            case RO -> "Compresor Frigomont FX-40 Acoperit 100 % prin garanție, Art. 5.2 din garanție";
                            case EN -> "Compresor Frigomont FX-40 Covered 100 % by warranty, Art. 5.2 din garanție";
                            case DE ->
                                "Compresor Frigomont FX-40 Zu 100 % durch Garantie gedeckt, Art. 5.2 din garanție";
                        });
        assertThat(new String(inside(pdf), StandardCharsets.UTF_8))
                .contains("<cbc:Note>Acoperit 100 % prin garanție, Art. 5.2 din garanție</cbc:Note>");
    }

    private static List<String> worded(DocumentLanguage language) {
        return switch (language) {
            case RO ->
                List.of(
                        "Manoperă, Tudor Ionescu, 02.03.2026 08:30–10:00, Seara",
                        "Manoperă, Tudor Ionescu, 02.03.2026, durată minimă 120 min",
                        "Deplasare, Tudor Ionescu, 02.03.2026 07:55–08:30",
                        "Kilometri, Tudor Ionescu, 02.03.2026, 5,5 din 25,5 km, 20 km gratuiți");
            case EN ->
                List.of(
                        "Labour, Tudor Ionescu, 2 Mar 2026 08:30–10:00, Seara",
                        "Labour, Tudor Ionescu, 2 Mar 2026, minimum of 120 minutes",
                        "Travel, Tudor Ionescu, 2 Mar 2026 07:55–08:30",
                        "Kilometres, Tudor Ionescu, 2 Mar 2026, 5.5 of 25.5 km, 20 km are free");
            case DE ->
                List.of(
                        "Arbeitszeit, Tudor Ionescu, 02.03.2026 08:30–10:00, Seara",
                        "Arbeitszeit, Tudor Ionescu, 02.03.2026, Mindestzeit 120 min",
                        "Fahrzeit, Tudor Ionescu, 02.03.2026 07:55–08:30",
                        "Kilometer, Tudor Ionescu, 02.03.2026, 5,5 von 25,5 km, 20 km frei");
        };
    }

    @Test
    void aDraftSaysThatItIsOneAndHasNoXml() throws Exception {
        byte[] pdf = printed(Printable.draft(mixed().issued().unnumbered(), AT), DocumentLanguage.RO, "draft");

        assertThat(text(pdf)).contains("CIORNĂ", "Nu este emisă").doesNotContain("FS-2026", "XML");
        assertThat(objections(pdf)).isEmpty();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getNames()).isNull();
        }
    }

    @Test
    void aCreditNoteNamesTheInvoiceThatItIsAbout() throws Exception {
        byte[] pdf = printed(
                new Printable(mixed().creditNote().issued(), Optional.of("FS-2026-000042.xml"), AT),
                DocumentLanguage.DE,
                "credit-note");

        assertThat(text(pdf)).contains("Rechnungskorrektur", "FS-2026-000041").doesNotContain("Zu zahlen", "IBAN");
        assertThat(objections(pdf)).isEmpty();
    }

    @Test
    void theVatOfAnotherCurrencyIsToldInLei() throws Exception {
        InvoiceDocument invoice = Samples.invoice()
                .inCurrency("EUR")
                .minutes("Manoperă", "60", "40", TaxCategory.S, "21.00")
                .at("5.0921")
                .issued();

        byte[] pdf =
                printed(new Printable(invoice, Optional.of("FS-2026-000042.xml"), AT), DocumentLanguage.RO, "in-euro");

        assertThat(text(pdf).replaceAll("\\s+", " "))
                .contains("8,40 EUR", "Total TVA în lei", "42,77 RON", "1 EUR = 5,0921 RON BNR, 27.02.2026");
        assertThat(objections(pdf)).isEmpty();
    }

    @Test
    void whatPeopleWroteIsTextAndLongInvoicesGoOn() throws Exception {
        Samples many = Samples.invoice();
        for (int i = 0; i < 80; i++) {
            many = many.part("<b>Șurub & \"piuliță\"</b> {w.title} " + i, "1", "EA", "1.5", TaxCategory.S, "21.00");
        }

        byte[] pdf = printed(
                new Printable(many.issued(), Optional.of("FS-2026-000042.xml"), AT), DocumentLanguage.RO, "long");

        assertThat(text(pdf)).contains("<b>Șurub & \"piuliță\"</b> {w.title} 79");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
        }
    }

    private static Samples mixed() {
        return Samples.invoice()
                .part("Agent frigorific R-449A", "0.333", "KGM", "245.5555", TaxCategory.S, "21.00")
                .worked(time(LineText.Kind.LABOUR, "08:30", "10:00", "Seara"), "90", "180.0000")
                .worked(LineText.minimum(TUDOR, DAY, new BigDecimal(120)), "30", "180.0000")
                .worked(time(LineText.Kind.TRAVEL, "07:55", "08:30", null), "35", "90.0000")
                .drove(
                        LineText.kilometres(TUDOR, DAY, new BigDecimal("5.5"), new BigDecimal("25.5"), TWENTY),
                        "5.5",
                        "2.5")
                .part(
                        "Filtru de aer pentru agregatul de răcire, cadru din carton",
                        "2",
                        "EA",
                        "10",
                        TaxCategory.S,
                        "11.00")
                .part("Deșeuri metalice", "3.5", "KGM", "2.3333", TaxCategory.AE, "0.00")
                .free(
                        "Compresor Frigomont FX-40",
                        new LineReason(LineReason.Kind.WARRANTY, new BigDecimal(100), null, "Art. 5.2 din garanție"))
                .notes("Garanția pentru piese este de 12 luni.");
    }

    private static LineText time(LineText.Kind kind, String from, String to, String band) {
        return new LineText(kind, TUDOR, DAY, from, to, band, null, null, null);
    }

    private byte[] printed(Printable printable, DocumentLanguage language, String name) throws IOException {
        Paper paper = papers.paper(printable, language);
        var out = new ByteArrayOutputStream();
        Pdf.write(paper, out);
        Path pages = Files.createDirectories(Path.of("target", "pages"));
        Files.write(pages.resolve(name + "-" + language.tag() + ".pdf"), out.toByteArray());
        return out.toByteArray();
    }

    private static byte[] inside(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDComplexFileSpecification file = document.getDocumentCatalog()
                    .getNames()
                    .getEmbeddedFiles()
                    .getNames()
                    .get("FS-2026-000042.xml");
            return file.getEmbeddedFile().toByteArray();
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String objections(byte[] pdf) throws VeraPDFException, IOException {
        try (var parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_3_A);
                var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_3_A, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .map(assertion -> assertion.getRuleId().getClause() + " " + assertion.getMessage())
                    .distinct()
                    .collect(Collectors.joining("\n"));
        }
    }
}
