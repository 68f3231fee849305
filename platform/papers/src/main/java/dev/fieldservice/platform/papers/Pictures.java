package dev.fieldservice.platform.papers;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceType;
import com.openhtmltopdf.pdfboxout.PdfBoxImage;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfBoxUserAgent;
import com.openhtmltopdf.resource.ImageResource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * The pictures of a paper, and nothing else that a page may name. A JPEG goes into the document as it is, by the size and the
 * channels of its frame: PDFBox would build an XML tree and ask it by XPath for each, which takes as much memory as all else of a
 * paper with many.
 */
final class Pictures extends PdfBoxUserAgent {

    private static final String SCHEME = "picture:";

    private final PDDocument document;
    private final Map<String, byte[]> pictures;

    Pictures(PdfBoxRenderer renderer, Map<String, byte[]> pictures) {
        super(renderer.getOutputDevice());
        this.document = renderer.getPdfDocument();
        this.pictures = pictures;
        setSharedContext(renderer.getSharedContext());
        setUriResolver((base, uri) -> uri);
        for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
            setAccessController(when, (uri, type) -> isPicture(uri));
        }
    }

    static boolean isPicture(String uri) {
        return uri.startsWith(SCHEME);
    }

    @Override
    public ImageResource getImageResource(String uri, ExternalResourceType type) {
        if (isPicture(uri) && !_imageCache.containsKey(uri)) {
            byte[] picture = picture(uri);
            JpegFrame.of(picture).map(frame -> image(uri, picture, frame)).ifPresent(image -> {
                var _ = _imageCache.put(uri, new ImageResource(uri, image));
            });
        }
        return super.getImageResource(uri, type);
    }

    private PdfBoxImage image(String uri, byte[] jpeg, JpegFrame frame) {
        PDColorSpace colours = frame.channels() == 1 ? PDDeviceGray.INSTANCE : PDDeviceRGB.INSTANCE;
        float dots = getSharedContext().getDotsPerPixel();
        try {
            var inDocument = new PDImageXObject(
                    document,
                    new ByteArrayInputStream(jpeg),
                    COSName.DCT_DECODE,
                    frame.width(),
                    frame.height(),
                    JpegFrame.BITS,
                    colours);
            return new PdfBoxImage(null, uri, frame.width() * dots, frame.height() * dots, inDocument);
        } catch (IOException defect) {
            throw new UncheckedIOException(defect);
        }
    }

    @Override
    protected InputStream openStream(String uri) {
        return new ByteArrayInputStream(picture(uri));
    }

    private byte[] picture(String uri) {
        String name = uri.substring(SCHEME.length());
        return Optional.ofNullable(pictures.get(name))
                .orElseThrow(() -> new IllegalStateException("the paper has no picture " + name));
    }
}
