package dev.fieldservice.billing.documents;

import dev.fieldservice.billing.company.KnownCompany;
import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.errands.Next;
import dev.fieldservice.platform.errands.Outside;
import dev.fieldservice.platform.errands.Policy;
import dev.fieldservice.platform.transactions.Tx;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The job that makes the files of a document that was issued: its XML, and the PDF in its language with the XML
 * inside. Whoever repeats it makes them anew; they are kept once.
 */
@ApplicationScoped
public class DocumentMaking implements Outside<DocumentMaking.Content, DocumentMaking.Order, DocumentMaking.Made> {

    private static final Policy POLICY =
            new Policy(2, Duration.ofMinutes(2), Duration.ofSeconds(5), 12, Policy.Repetition.NONE);

    public record Content(UUID documentId) {}

    /** What is to be made. */
    public record Order(Printable printable, DocumentLanguage language) {}

    public record Made(DocumentFile xml, DocumentFile pdf) {}

    private final DocumentFiles files;
    private final List<WhenMade> followers;

    DocumentMaking(DocumentFiles files, @All List<WhenMade> followers) {
        this.files = files;
        this.followers = followers;
    }

    @Override
    public Class<Content> content() {
        return Content.class;
    }

    @Override
    public Policy policy() {
        return POLICY;
    }

    @Override
    public Uni<Optional<Order>> prepare(Tx tx, Errand<Content> errand) {
        return tx.session()
                .find(IssuedDocument.class, errand.content().documentId())
                .chain(document -> document.isMade()
                        ? Uni.createFrom().item(Optional.empty())
                        : KnownCompany.read(tx.session())
                                .map(company ->
                                        Optional.of(new Order(Printable.of(document), document.language(company)))));
    }

    @Override
    public Uni<Made> act(Order order) {
        return files.xml(order.printable())
                .chain(xml -> files.pdf(order.printable(), order.language()).map(pdf -> new Made(xml, pdf)));
    }

    @Override
    public Uni<Next> record(Tx tx, Errand<Content> errand, Made made) {
        return tx.load(IssuedDocument.class, errand.content().documentId())
                .chain(document -> document.isMade() ? Uni.createFrom().voidItem() : record(tx, document, made))
                .replaceWith(Next::done);
    }

    private Uni<Void> record(Tx tx, IssuedDocument document, Made made) {
        document.made(made.xml(), made.pdf(), tx.by());
        return files.claim(tx, document, made.xml())
                .chain(() -> files.claim(tx, document, made.pdf()))
                .chain(() -> Multi.createFrom()
                        .iterable(followers)
                        .onItem()
                        .transformToUniAndConcatenate(each -> each.made(tx, document))
                        .collect()
                        .asList())
                .replaceWithVoid();
    }
}
