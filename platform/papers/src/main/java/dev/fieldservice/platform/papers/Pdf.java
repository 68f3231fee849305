package dev.fieldservice.platform.papers;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.logging.Level;

/**
 * The PDF of a paper: PDF/A-3a (ISO 19005-3), so that it can be read and searched in decades, and by those who hear it read. Blocks,
 * and takes a processor.
 */
public final class Pdf {

    private static final byte[] REGULAR = resource("OpenSans-Regular.ttf");
    private static final byte[] BOLD = resource("OpenSans-Bold.ttf");
    private static final byte[] COLOURS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    static {
        // It would write of every step to the console, past the settings of all logs
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.SEVERE));
    }

    private Pdf() {}

    public static void write(Paper paper, OutputStream out) throws IOException {
        if (paper.enclosures().isEmpty()) {
            print(paper, out);
            return;
        }
        var printed = new ByteArrayOutputStream();
        print(paper, printed);
        Enclosing.write(printed.toByteArray(), paper.enclosures(), out);
    }

    private static void print(Paper paper, OutputStream out) throws IOException {
        var builder = new PdfRendererBuilder()
                .withProducer("Field Service")
                .usePdfAConformance(PdfAConformance.PDFA_3_A)
                .usePdfUaAccessibility(true)
                .useColorProfile(COLOURS)
                .useFont(() -> new ByteArrayInputStream(REGULAR), "Sans", 400, FontStyle.NORMAL, true)
                .useFont(() -> new ByteArrayInputStream(BOLD), "Sans", 700, FontStyle.NORMAL, true)
                .useUriResolver((base, uri) -> uri)
                .useExternalResourceAccessControl(
                        (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .withHtmlContent(LegalText.of(paper.page()), null)
                .toStream(out);
        // By then its style is read, for which nothing is read from elsewhere
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.getSharedContext().setUserAgentCallback(new Pictures(renderer, paper.pictures()));
            renderer.layout();
            renderer.createPDF();
        }
    }

    private static byte[] resource(String name) {
        try (InputStream file =
                Optional.ofNullable(Pdf.class.getResourceAsStream(name)).orElseThrow()) {
            return file.readAllBytes();
        } catch (IOException defect) {
            throw new UncheckedIOException(defect);
        }
    }
}
