package dev.fieldservice.platform.papers;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/** Puts files into a PDF/A-3, each as another form of the same content ({@code AFRelationship} of ISO 32000-2). */
final class Enclosing {

    private static final COSName ASSOCIATED_FILES = COSName.getPDFName("AF");
    private static final COSName RELATIONSHIP = COSName.getPDFName("AFRelationship");
    private static final String ALTERNATIVE = "Alternative";

    private Enclosing() {}

    static void write(byte[] pdf, List<Enclosure> enclosures, OutputStream out) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Map<String, PDComplexFileSpecification> named = new HashMap<>();
            COSArray associated = new COSArray();
            for (Enclosure enclosure : enclosures) {
                PDComplexFileSpecification file = file(document, enclosure);
                named.put(enclosure.name(), file);
                associated.add(file.getCOSObject());
            }
            PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(named);
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            document.getDocumentCatalog().setNames(names);
            document.getDocumentCatalog().getCOSObject().setItem(ASSOCIATED_FILES, associated);
            document.save(out);
        }
    }

    private static PDComplexFileSpecification file(PDDocument document, Enclosure enclosure) throws IOException {
        PDEmbeddedFile content =
                new PDEmbeddedFile(document, new ByteArrayInputStream(enclosure.content()), COSName.FLATE_DECODE);
        Calendar modified = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        modified.setTimeInMillis(enclosure.modifiedAt().toEpochMilli());
        content.setSubtype(enclosure.mediaType());
        content.setSize(enclosure.content().length);
        content.setCreationDate(modified);
        content.setModDate(modified);
        PDComplexFileSpecification file = new PDComplexFileSpecification();
        file.setFile(enclosure.name());
        file.setFileUnicode(enclosure.name());
        file.setFileDescription(enclosure.description());
        file.setEmbeddedFile(content);
        file.setEmbeddedFileUnicode(content);
        file.getCOSObject().setName(RELATIONSHIP, ALTERNATIVE);
        return file;
    }
}
