package dev.fieldservice.billing.documents;

import dev.fieldservice.platform.papers.Enclosure;
import dev.fieldservice.platform.papers.Paper;
import dev.fieldservice.platform.papers.Papers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Lays documents out on paper. */
@ApplicationScoped
class DocumentPapers {

    private static final String TEMPLATE = "invoice";
    private static final String XML = "text/xml";

    private final Papers papers;

    DocumentPapers(Papers papers) {
        this.papers = papers;
    }

    /** Takes a processor for a while. */
    Paper paper(Printable printable, DocumentLanguage language) {
        List<Enclosure> inside = printable
                .xmlName()
                .map(name ->
                        new Enclosure(name, XML, "UBL 2.1, EN 16931", printable.at(), Ubl.of(printable.document())))
                .stream()
                .toList();
        return new Paper(papers.page(TEMPLATE, new Sheet(printable, language).model()), Map.of(), inside);
    }
}
