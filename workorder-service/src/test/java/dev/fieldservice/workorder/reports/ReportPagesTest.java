package dev.fieldservice.workorder.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import dev.fieldservice.platform.papers.Papers;
import dev.fieldservice.platform.papers.Pdf;
import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.workorder.photos.Prints;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages of reports as people see them: rendered to pictures, which lie in {@code target/pages} to be looked at. */
@QuarkusTest
@WithTestResource(RealServers.class)
class ReportPagesTest {

    private static final int DOTS_PER_INCH = 110;
    private static final int WHITE = 0xFFFFFF;

    /** Of the paper, in which nothing is printed. */
    private static final int MARGIN_MM = 12;

    private static final Map<ReportLanguage, String> PHOTOS_ADDED = Map.of(
            ReportLanguage.RO, "Dupăsemnares-auadăugatfotografii",
            ReportLanguage.EN, "Photoswereaddedafteritwassigned",
            ReportLanguage.DE, "NachderUnterschriftkamenFotos");

    @Inject
    Papers papers;

    @Inject
    Prints prints;

    @ParameterizedTest
    @EnumSource
    void whatWasFoundAndDoneStandsOnItAndNothingBesideThePaper(ReportLanguage language)
            throws IOException, ReaderException {
        ReportFacts facts = SampleJob.ordinary();
        byte[] pdf = printed(facts, Optional.of(SampleJob.first(facts)), language);
        String point = language == ReportLanguage.EN ? "." : ",";

        assertThat(text(pdf).replaceAll("\\s", ""))
                .contains(SampleJob.ADDRESS, facts.hash(), "Țeavădecupru12mm,pentruinstalațiifrigorifice")
                .contains("18" + point + "5km")
                .doesNotContain(PHOTOS_ADDED.get(language));
        assertThat(text(pdf))
                .contains("Frigotehnica Service SRL", "RO18547290", "Supermarket Cotroceni SRL", "Magazin Cotroceni")
                .contains("FX40-2021-004417", "26C81187F", "19A00034F", "Ștefănița Țuțuianu-Câmpeanu")
                .contains("10:41", "Maria Ionescu", "Sorin Dumitrescu", "Racordul nou, probat cu azot")
                .doesNotContain("#", "maria.ionescu@");
        assertThat(text(pdf))
                .contains(
                        "24 bar",
                        "30 min",
                        "24 bar, 30 min",
                        "2" + point + "5 kg",
                        "CIL-0471",
                        "14" + point + "25 K",
                        "3" + point + "5 °C")
                .doesNotContain("BAR", "MIN", "KEL", "CEL");
        List<BufferedImage> pages = pages("report-" + language.tag(), pdf);
        assertThat(pages).hasSizeBetween(2, 4).allSatisfy(ReportPagesTest::isPrintedWithinItsMargins);
        assertThat(read(pages.getLast())).isEqualTo(SampleJob.ADDRESS);
    }

    @ParameterizedTest
    @EnumSource
    void photosThatWereAddedAfterTheSignatureAreSpokenOf(ReportLanguage language) throws IOException {
        ReportFacts facts = SampleJob.photographedAfterwards(SampleJob.ordinary());

        byte[] pdf = printed(facts, Optional.of(SampleJob.first(facts)), language);

        assertThat(text(pdf).replaceAll("\\s", "")).contains(PHOTOS_ADDED.get(language));
    }

    @Test
    void aCorrectionSaysWhichEditionItReplacesAndADraftThatItIsOne() throws IOException {
        ReportFacts facts = SampleJob.ordinary();

        byte[] corrected = printed(facts, Optional.of(SampleJob.corrected(facts)), ReportLanguage.EN);
        byte[] draft = printed(facts, Optional.empty(), ReportLanguage.RO);

        assertThat(text(corrected)).contains("This edition replaces SO-2026-000042/1 of 3 Mar 2026");
        assertThat(text(draft)).contains("Ciornă: lucrarea așa cum este acum").doesNotContain(SampleJob.ADDRESS);
        assertThat(pages("draft", draft)).allSatisfy(ReportPagesTest::isPrintedWithinItsMargins);
    }

    @Test
    void twoHundredPhotosAndTextsWithoutEndStayOnThePaperAndTakeAboutASecond() throws IOException {
        ReportFacts facts = SampleJob.enormous();
        for (int warm = 0; warm < 3; warm++) {
            var _ = printed(facts, Optional.of(SampleJob.first(facts)), ReportLanguage.DE);
        }

        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        byte[] pdf = printed(facts, Optional.of(SampleJob.first(facts)), ReportLanguage.DE);
        long millis = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1_000_000;

        System.out.printf("200 photos: %d ms of CPU, %d KB%n", millis, pdf.length / 1024);
        assertThat(pages("enormous", pdf))
                .hasSizeGreaterThan(30)
                .allSatisfy(ReportPagesTest::isPrintedWithinItsMargins);
        assertThat(text(pdf)).contains("GARN-119", "Fotografia 198");
    }

    @Test
    void aVisitOverMidnightSaysTheDateOnWhichItEnded() throws IOException {
        ReportFacts o = SampleJob.ordinary();
        Instant evening = Instant.parse("2026-10-24T18:00:00Z");
        ReportFacts.Stay night = new ReportFacts.Stay(
                evening, evening.plusSeconds(1800), evening.plusSeconds(2000), evening.plusSeconds(27_000), null, null);
        ReportFacts facts = SampleJob.with(o, List.of(night));

        byte[] pdf = printed(facts, Optional.empty(), ReportLanguage.EN);

        assertThat(text(pdf).replaceAll("\\s+", " "))
                .contains("24 Oct 2026 21:00 21:30 21:33 25 Oct 2026, 03:30 (UTC+02:00)");
        assertThat(pages("night", pdf)).allSatisfy(ReportPagesTest::isPrintedWithinItsMargins);
    }

    @Test
    void whatPeopleWriteIsNeverMarkup() throws IOException {
        String evil = "<script>alert(1)</script> {w.title} {#if} & \"x\" <img src='file:///etc/passwd'/>";
        ReportFacts o = SampleJob.ordinary();
        ReportFacts facts = new ReportFacts(
                o.format(),
                new ReportFacts.Company(evil, null),
                o.customer(),
                o.job(),
                o.timeZone(),
                o.outcome(),
                true,
                o.stays(),
                List.of(),
                null,
                null,
                null);

        assertThat(text(printed(facts, Optional.empty(), ReportLanguage.EN)).replaceAll("\\s+", " "))
                .contains("<script>alert(1)</script> {w.title} {#if} & \"x\" <img src='file:///etc/passwd'/>");
    }

    private byte[] printed(ReportFacts facts, Optional<Edition> edition, ReportLanguage language) throws IOException {
        Map<String, byte[]> photos = new HashMap<>();
        facts.pictures()
                .forEach(one ->
                        photos.put(Sheet.pictureName(one.id()), photo(one.id().hashCode())));
        Optional<byte[]> drawn = Optional.ofNullable(facts.signature()).map(signed -> signature());
        var material = new Material(facts, edition, List.of(), drawn);
        var out = new ByteArrayOutputStream();
        Pdf.write(new ReportPapers(papers, prints).paper(material, photos, language), out);
        return out.toByteArray();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static List<BufferedImage> pages(String name, byte[] pdf) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "pages"));
        Files.write(folder.resolve(name + ".pdf"), pdf);
        List<BufferedImage> pages = new java.util.ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                BufferedImage seen = renderer.renderImageWithDPI(page, DOTS_PER_INCH);
                pages.add(seen);
                if (page < 4) {
                    ImageIO.write(
                            seen,
                            "png",
                            folder.resolve(name + "-" + (page + 1) + ".png").toFile());
                }
            }
        }
        return pages;
    }

    private static void isPrintedWithinItsMargins(BufferedImage page) {
        int margin = MARGIN_MM * page.getWidth() / 210;
        int inked = 0;
        for (int x = 0; x < page.getWidth(); x++) {
            for (int y = 0; y < page.getHeight(); y++) {
                boolean isInk = (page.getRGB(x, y) & WHITE) != WHITE;
                boolean isMargin =
                        x < margin || x >= page.getWidth() - margin || y < margin || y >= page.getHeight() - margin / 2;
                assertThat(isInk && isMargin)
                        .as("ink in the margin at %d, %d", x, y)
                        .isFalse();
                inked += isInk ? 1 : 0;
            }
        }
        assertThat(inked).isGreaterThan(1000);
    }

    private static String read(BufferedImage page) throws ReaderException {
        int[] dots = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        var source = new RGBLuminanceSource(page.getWidth(), page.getHeight(), dots);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }

    private static byte[] photo(int seed) {
        var picture = new BufferedImage(320, seed % 2 == 0 ? 240 : 400, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = picture.createGraphics();
        for (int y = 0; y < picture.getHeight(); y++) {
            pen.setColor(Color.getHSBColor(seed * 0.37f, 0.35f, 0.4f + 0.5f * y / picture.getHeight()));
            pen.drawLine(0, y, 320, y);
        }
        pen.setColor(Color.DARK_GRAY);
        pen.setStroke(new BasicStroke(14));
        pen.drawOval(90, 60, 140, 140);
        pen.drawLine(160, 130, 220, 70);
        pen.dispose();
        return written("jpeg", picture);
    }

    private static byte[] signature() {
        var picture = new BufferedImage(600, 200, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(20, 40, 120));
        pen.setStroke(new BasicStroke(6, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        var path = new java.awt.geom.Path2D.Double();
        path.moveTo(40, 140);
        path.curveTo(80, 10, 120, 20, 110, 150);
        path.curveTo(130, 40, 170, 30, 180, 140);
        path.curveTo(220, 180, 250, 60, 280, 130);
        path.curveTo(320, 190, 340, 60, 380, 120);
        path.curveTo(430, 180, 500, 90, 570, 110);
        pen.draw(path);
        pen.dispose();
        return written("png", picture);
    }

    private static byte[] written(String format, BufferedImage picture) {
        var out = new ByteArrayOutputStream();
        try {
            assertThat(ImageIO.write(picture, format, out)).isTrue();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }
}
