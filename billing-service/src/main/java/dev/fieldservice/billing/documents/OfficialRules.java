package dev.fieldservice.billing.documents;

import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.xml.source.ValidationSourceXML;
import dev.fieldservice.platform.problems.FieldError;
import dev.fieldservice.platform.problems.Refusal;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jboss.logging.Logger;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/**
 * The validation of documents by the official rules: the schema of UBL, the Schematron of EN 16931, and that of CIUS-RO where it
 * applies. They are read in the background from the start on, which takes seconds; whoever comes before waits for it. On few
 * threads of their own, as each takes a processor.
 */
@ApplicationScoped
public class OfficialRules {

    private static final Logger LOG = Logger.getLogger(OfficialRules.class);

    private final ExecutorService threads;

    OfficialRules(DocumentsConfig config) {
        ClassLoader loader = OfficialRules.class.getClassLoader();
        this.threads = Executors.newFixedThreadPool(config.examinedAtOnce(), work -> {
            Thread thread = new Thread(work, "official-rules");
            thread.setDaemon(true);
            thread.setContextClassLoader(loader);
            return thread;
        });
    }

    /** Nothing waits for it, and nothing depends on it but how long the first who issues has to wait. */
    void readThem(@Observes StartupEvent event) {
        threads.execute(() -> {
            try {
                WarmUpDocuments.ALL.forEach(
                        document -> LOG.debugf("read %s, which says %s", RuleSet.of(document), violations(document)));
            } catch (RuntimeException cold) {
                LOG.warn("the official rules are not read yet", cold);
            }
        });
    }

    /** What in a document is against the rules; empty if nothing is. @param document with number and dates */
    public Uni<List<FieldError>> objections(InvoiceDocument document) {
        return Uni.createFrom().deferred(() -> {
            Context here = Vertx.currentContext();
            Uni<List<FieldError>> found =
                    Uni.createFrom().item(() -> violations(document)).runSubscriptionOn(threads);
            return here == null ? found : found.emitOn(next -> here.runOnContext(back -> next.run()));
        });
    }

    /** Refused with 422 where they say something against it. @param remedy what can be done then, in words */
    public Uni<Void> require(InvoiceDocument document, String remedy) {
        return objections(document).invoke(found -> requireNone(found, remedy)).replaceWithVoid();
    }

    private static void requireNone(List<FieldError> objections, String remedy) {
        if (!objections.isEmpty()) {
            throw new Refusal.RuleViolated(
                            "against-the-rules", "The rules for e-invoices are against it. " + remedy, objections)
                    .refused();
        }
    }

    private List<FieldError> violations(InvoiceDocument document) {
        byte[] xml = Ubl.of(document);
        var results = ValidationExecutionManager.executeValidation(
                IValidityDeterminator.createDefault(),
                Schematrons.of(document),
                ValidationSourceXML.create(document.type().name(), parsed(xml)),
                Locale.ENGLISH);
        return results.getAllErrors().stream()
                .map(error -> Violation.of(error).told(document))
                .distinct()
                .toList();
    }

    private static Document parsed(byte[] xml) {
        try {
            DocumentBuilderFactory builders = DocumentBuilderFactory.newDefaultNSInstance();
            builders.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return builders.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        } catch (ParserConfigurationException | SAXException | IOException defect) {
            throw new IllegalStateException(defect);
        }
    }

    @PreDestroy
    void stop() {
        var _ = threads.shutdownNow();
    }
}
