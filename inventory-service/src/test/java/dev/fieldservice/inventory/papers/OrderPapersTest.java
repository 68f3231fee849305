package dev.fieldservice.inventory.papers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.contracts.Address;
import dev.fieldservice.contracts.Money;
import dev.fieldservice.inventory.papers.OrderPaper.Line;
import dev.fieldservice.inventory.papers.OrderPaper.Party;
import dev.fieldservice.platform.papers.Pdf;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** What stands on an order; its pages lie in {@code target/pages} to be looked at. */
@QuarkusTest
@WithTestResource(RealServers.class)
class OrderPapersTest {

    private static final Party US = new Party(
            "Frigotehnica Service SRL",
            new Address("Strada Industriilor 12", "București", "RO-B", "032501", "RO"),
            "RO18547290",
            "J40/4321/2006",
            "achizitii@frigotehnica.example",
            "+40 21 555 0100");
    private static final Party SUPPLIER =
            new Party("Șuruburi și Țevi SRL", null, "RO1590082", null, "comenzi@suruburi.example", "+40 21 555 0133");

    @Inject
    OrderPapers papers;

    @BeforeAll
    static void theValidatorIsThere() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @ParameterizedTest
    @EnumSource(PaperLanguage.class)
    void allThatTheSupplierHasToKnowStandsOnItInEachLanguage(PaperLanguage language) throws Exception {
        byte[] pdf = printed(
                order(
                        SUPPLIER,
                        "Livrare între 8 și 12, la poarta din spate.\nÎntrebați de Ștefăniță.",
                        List.of(
                                line(1, "FT-449", "Agent frigorific R-449A", "20", "KGM", "214.5500"),
                                line(2, null, "Țeavă de cupru 12 mm, în colaci, pentru răcitoare", "50.5", "MTR", "41"),
                                line(3, "FILTRU-0042", "Filtru de aer, cadru din carton", "12", "EA", "9.1234"))),
                language,
                "order");

        assertThat(text(pdf))
                .contains("PO-2026-000042", "Frigotehnica Service SRL", "RO18547290", "J40/4321/2006")
                .contains("Strada Industriilor 12", "Șuruburi și Țevi SRL", "RO1590082", "Depozit Măgurele")
                .contains("FT-449", "Agent frigorific R-449A", "Țeavă de cupru 12 mm", "Bogdan Țîrlea")
                .contains("Livrare între 8 și 12, la poarta din spate.", "Întrebați de Ștefăniță.")
                .contains(
                        switch (language) {
                            case RO, DE -> List.of("20 kg", "214,55", "4.291,00", "50,5 m", "9,1234", "6.470,98 RON");
                            case EN -> List.of("20 kg", "214.55", "4,291.00", "50.5 m", "9.1234", "6,470.98 RON");
                        })
                .contains(
                        switch (language) {
                            case RO -> List.of("Comandă", "Livrare așteptată 05.03.2026", "12 buc.");
                            case EN -> List.of("Purchase order", "Delivery expected 5 Mar 2026", "12 pcs");
                            case DE -> List.of("Bestellung", "Lieferung erwartet 05.03.2026", "12 Stk.");
                        })
                .doesNotContain("#");
        assertThat(objections(pdf)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(PaperLanguage.class)
    void whatGoesBackIsWrittenInItsOwnWords(PaperLanguage language) throws Exception {
        List<Line> lines = List.of(line(1, "ZB-45", "Compresor scroll · SN-1, SN-2", "2", "EA", "500.00"));
        var out = new ByteArrayOutputStream();
        Pdf.write(
                papers.paper(
                        new OrderPaper(
                                "SR-2026-000007",
                                LocalDate.of(2026, 3, 2),
                                null,
                                "Stela Popa",
                                US,
                                SUPPLIER,
                                null,
                                null,
                                lines,
                                lines.getFirst().net()),
                        language,
                        PaperForm.SUPPLIER_RETURN),
                out);

        assertThat(text(out.toByteArray()))
                .contains("SR-2026-000007", "SN-1, SN-2", "Stela Popa")
                .contains(
                        switch (language) {
                            case RO -> List.of("Retur la furnizor", "Credit fără TVA", "1.000,00 RON");
                            case EN -> List.of("Return to supplier", "Credit without VAT", "1,000.00 RON");
                            case DE -> List.of("Rücksendung", "Gutschrift netto", "1.000,00 RON");
                        });
        assertThat(objections(out.toByteArray())).isEmpty();
    }

    @Test
    void whatPeopleWroteIsTextAndLongOrdersGoOn() throws Exception {
        String evil = "<b>Șurub & \"piuliță\"</b> {w.title} ";
        byte[] pdf = printed(
                order(
                        new Party(evil, null, null, null, null, null),
                        null,
                        IntStream.rangeClosed(1, 100)
                                .mapToObj(at -> line(at, "ABCDEFGHIJKLMNOPQRSTUVWXYZ-" + at, evil + at, "1", "EA", "1"))
                                .toList()),
                PaperLanguage.RO,
                "long");

        assertThat(text(pdf)).contains("<b>Șurub & \"piuliță\"</b> {w.title}");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
        }
        assertThat(objections(pdf)).isEmpty();
    }

    private static OrderPaper order(Party supplier, String note, List<Line> lines) {
        return new OrderPaper(
                "PO-2026-000042",
                LocalDate.of(2026, 3, 2),
                LocalDate.of(2026, 3, 5),
                "Bogdan Țîrlea",
                US,
                supplier,
                "Depozit Măgurele",
                note,
                lines,
                lines.stream().map(Line::net).reduce(Money.zero("RON"), Money::plus));
    }

    private static Line line(int position, String number, String name, String quantity, String unit, String price) {
        BigDecimal amount = new BigDecimal(quantity);
        BigDecimal each = new BigDecimal(price);
        Money net = Money.rounded(amount.multiply(each), "RON");
        return new Line(position, number, "PN-" + position, name, amount, unit, each, net);
    }

    private byte[] printed(OrderPaper order, PaperLanguage language, String name) throws IOException {
        var out = new ByteArrayOutputStream();
        Pdf.write(papers.paper(order, language), out);
        Path pages = Files.createDirectories(Path.of("target", "pages"));
        Files.write(pages.resolve(name + "-" + language.tag() + ".pdf"), out.toByteArray());
        return out.toByteArray();
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
