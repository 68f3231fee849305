package dev.fieldservice.platform.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Papers that can be read in decades, in which nothing stands that was not handed in. */
class PdfTest {

    private static final String WORDS =
            "Ștergeți țeava înghețată, șurub; Prüfgröße ÄÖÜß; Ćevapčići, Łódź, Ελλάδα, Ремонт, € 1 234,50";

    @BeforeAll
    static void theValidatorIsThere() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @Test
    void itIsPdfAThatVeraPdfFindsNothingWrongWith() throws Exception {
        byte[] pdf = printed(
                "<h1>" + WORDS
                        + "</h1><table><thead><tr><th>Nr.</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>"
                        + "<img src=\"picture:front\" alt=\"Față\"/>",
                Map.of("front", jpeg()));

        assertThat(objections(pdf)).isEmpty();
    }

    @Test
    void aJpegLiesInItAsItIsAndAPngAsWhatItShows() throws Exception {
        byte[] coloured = jpeg();
        byte[] grey = written(new BufferedImage(40, 30, BufferedImage.TYPE_BYTE_GRAY), "jpeg");
        byte[] drawn = written(new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB), "png");
        byte[] pdf = printed(
                Stream.of("coloured", "grey", "drawn")
                        .map(name -> "<img src=\"picture:" + name + "\" alt=\"" + name + "\"/>")
                        .collect(Collectors.joining()),
                Map.of("coloured", coloured, "grey", grey, "drawn", drawn));

        assertThat(objections(pdf)).isEmpty();
        Map<Integer, PDImageXObject> byWidth = images(pdf);
        assertThat(byWidth).containsOnlyKeys(320, 40, 20);
        assertThat(raw(byWidth.get(320))).isEqualTo(coloured);
        assertThat(byWidth.get(320).getColorSpace().getName()).isEqualTo("DeviceRGB");
        assertThat(raw(byWidth.get(40))).isEqualTo(grey);
        assertThat(byWidth.get(40).getColorSpace().getName()).isEqualTo("DeviceGray");
        assertThat(byWidth.get(40).getHeight()).isEqualTo(30);
        assertThat(byWidth.get(20).getSuffix()).isEqualTo("png");
    }

    @Test
    void filesLieInsideAndItIsStillPdfA() throws Exception {
        byte[] xml = "<factura>Ștergeți</factura>".getBytes(StandardCharsets.UTF_8);
        Instant issued = Instant.parse("2026-03-03T09:00:00Z");
        var out = new ByteArrayOutputStream();

        Pdf.write(
                new Paper(
                        page("<h1>" + WORDS + "</h1>"),
                        Map.of(),
                        List.of(new Enclosure("FS-1.xml", "text/xml", "UBL 2.1", issued, xml))),
                out);

        assertThat(objections(out.toByteArray())).isEmpty();
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            var file = document.getDocumentCatalog()
                    .getNames()
                    .getEmbeddedFiles()
                    .getNames()
                    .get("FS-1.xml");
            assertThat(file.getEmbeddedFile().toByteArray()).isEqualTo(xml);
            assertThat(file.getEmbeddedFile().getModDate().toInstant()).isEqualTo(issued);
            assertThat(file.getCOSObject().getNameAsString("AFRelationship")).isEqualTo("Alternative");
        }
    }

    @Test
    void allLettersThatPeopleAndPlacesHaveStandOnIt() throws IOException {
        assertThat(text(printed("<p>" + WORDS + "</p><p><b>" + WORDS + "</b></p>", Map.of())))
                .containsSubsequence(WORDS.split(" "))
                .doesNotContain("#");
    }

    @Test
    void whatNoFontHasAndWhatXmlForbidsSpoilsNothing() throws Exception {
        byte[] pdf = printed("<p>vorher \uD83D\uDD27 \u4fee \uFFFE\u0001 nachher</p>", Map.of());

        assertThat(text(pdf)).contains("vorher").contains("nachher");
        assertThat(objections(pdf)).isEmpty();
    }

    @Test
    void nothingIsReadFromElsewhere() throws IOException {
        try (ServerSocket elsewhere = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            elsewhere.setSoTimeout(300);
            String address = "http://127.0.0.1:" + elsewhere.getLocalPort() + "/x.";
            byte[] pdf = printed(
                    "<img src=\"" + address + "png\" alt=\"x\"/><img src=\"file:///etc/passwd\" alt=\"y\"/>"
                            + "<link rel=\"stylesheet\" href=\"" + address + "css\"/><p>Da</p>"
                            + "<p style=\"background-image: url(" + address + "gif)\">Nu</p>",
                    Map.of());

            assertThat(text(pdf)).contains("Da", "Nu");
            assertThatThrownBy(elsewhere::accept).isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    @Test
    void twoHundredPicturesAndFortyPagesTakeASecond() throws IOException {
        byte[] picture = jpeg();
        Map<String, byte[]> pictures = new HashMap<>();
        IntStream.range(0, 200).forEach(i -> pictures.put("p" + i, picture));
        String page = IntStream.range(0, 200)
                .mapToObj(i -> "<img src=\"picture:p" + i + "\" alt=\"Poza " + i + "\" style=\"width: 80mm\"/><p>"
                        + "Text lung. ".repeat(20) + "</p>")
                .collect(Collectors.joining());
        for (int warm = 0; warm < 3; warm++) {
            var _ = printed(page, pictures);
        }

        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = threads.getCurrentThreadAllocatedBytes();
        long start = System.nanoTime();
        byte[] pdf = printed(page, pictures);

        System.out.printf(
                "200 pictures: %d ms, %d KB, %d MB allocated%n",
                (System.nanoTime() - start) / 1_000_000,
                pdf.length / 1024,
                (threads.getCurrentThreadAllocatedBytes() - allocated) / 1024 / 1024);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(40);
        }
    }

    private static byte[] printed(String body, Map<String, byte[]> pictures) throws IOException {
        var out = new ByteArrayOutputStream();
        Pdf.write(new Paper(page(body), pictures), out);
        return out.toByteArray();
    }

    private static String page(String body) {
        return "<html lang=\"ro\"><head><title>Raport</title><meta name=\"subject\" content=\"Raport\"/>"
                + "<style>body { font-family: Sans; }</style></head><body>" + body + "</body></html>";
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

    private static Map<Integer, PDImageXObject> images(byte[] pdf) throws IOException {
        Map<Integer, PDImageXObject> byWidth = new HashMap<>();
        PDResources shown = Loader.loadPDF(pdf).getPage(0).getResources();
        for (COSName name : shown.getXObjectNames()) {
            PDImageXObject image = (PDImageXObject) shown.getXObject(name);
            var _ = byWidth.put(image.getWidth(), image);
        }
        return byWidth;
    }

    private static byte[] raw(PDImageXObject image) throws IOException {
        return image.getCOSObject().createRawInputStream().readAllBytes();
    }

    private static byte[] jpeg() throws IOException {
        var picture = new BufferedImage(320, 240, BufferedImage.TYPE_3BYTE_BGR);
        for (int x = 0; x < 320; x++) {
            for (int y = 0; y < 240; y++) {
                picture.setRGB(x, y, x * y * 31);
            }
        }
        return written(picture, "jpeg");
    }

    private static byte[] written(BufferedImage picture, String format) throws IOException {
        var out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(picture, format, out)).isTrue();
        return out.toByteArray();
    }
}
