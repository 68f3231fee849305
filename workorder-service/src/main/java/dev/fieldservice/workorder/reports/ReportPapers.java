package dev.fieldservice.workorder.reports;

import dev.fieldservice.platform.papers.Paper;
import dev.fieldservice.platform.papers.Papers;
import dev.fieldservice.platform.papers.QrCode;
import dev.fieldservice.platform.pictures.Thumbnail;
import dev.fieldservice.workorder.photos.Prints;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Lays reports out on paper. */
@ApplicationScoped
class ReportPapers {

    private static final String TEMPLATE = "service-report";
    private static final int SIGNATURE_SIDE = 640;

    private final Papers papers;
    private final Prints prints;

    ReportPapers(Papers papers, Prints prints) {
        this.papers = papers;
        this.prints = prints;
    }

    /** The photos by their names on the paper, but for those that cannot be read. */
    Uni<Map<String, byte[]>> pictures(Material material) {
        return prints.pictures(material.prints())
                .map(pictures -> pictures.entrySet().stream()
                        .collect(Collectors.toMap(one -> Sheet.pictureName(one.getKey()), Map.Entry::getValue)));
    }

    /** Takes a processor for a while. */
    Paper paper(Material material, Map<String, byte[]> photos, ReportLanguage language) {
        Map<String, byte[]> pictures = new HashMap<>(photos);
        material.drawn().ifPresent(drawn -> pictures.put(Sheet.SIGNATURE, onWhite(drawn)));
        material.edition().ifPresent(edition -> pictures.put(Sheet.CODE, QrCode.png(edition.address())));
        Sheet sheet = new Sheet(material.facts(), material.edition(), photos.keySet(), language);
        return new Paper(papers.page(TEMPLATE, sheet.model()), pictures);
    }

    private static byte[] onWhite(byte[] drawn) {
        var picture = new ByteArrayOutputStream();
        try {
            Thumbnail.of(new ByteArrayInputStream(drawn), picture, SIGNATURE_SIDE);
        } catch (IOException defect) {
            throw new UncheckedIOException(defect);
        }
        return picture.toByteArray();
    }
}
