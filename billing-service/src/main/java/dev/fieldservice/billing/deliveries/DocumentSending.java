package dev.fieldservice.billing.deliveries;

import dev.fieldservice.billing.documents.IssuedDocument;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.rest.Queries;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestResponse;

/** What people ask about the sending of documents, whichever kind they are of. */
@ApplicationScoped
public class DocumentSending {

    private final HttpCommands commands;
    private final UnitOfWork unit;
    private final Queries queries;
    private final DocumentDeliveries deliveries;

    public DocumentSending(HttpCommands commands, UnitOfWork unit, Queries queries, DocumentDeliveries deliveries) {
        this.commands = commands;
        this.unit = unit;
        this.queries = queries;
        this.deliveries = deliveries;
    }

    /** @param find refuses where there is no such document */
    public Uni<RestResponse<DocumentDeliveryView>> send(
            Function<Mutiny.Session, Uni<IssuedDocument>> find, SendDocument to) {
        return commands.change(
                to,
                tx -> locked(tx, find).chain(document -> deliveries.send(tx, document, to)),
                DocumentDeliveryView.class,
                DocumentDeliveryView::of);
    }

    /** @param find refuses where there is no such document */
    public Uni<RestResponse<DocumentDeliveryView>> again(
            Function<Mutiny.Session, Uni<IssuedDocument>> find, UUID deliveryId) {
        return commands.change(
                null,
                tx -> locked(tx, find).chain(document -> deliveries.again(tx, document, deliveryId)),
                DocumentDeliveryView.class,
                DocumentDeliveryView::of);
    }

    /** @param known refuses where there is none of which it could be asked */
    public Uni<Page<DocumentDeliveryView>> list(
            Function<Mutiny.Session, ? extends Uni<?>> known, UUID id, PageRequest page) {
        Uni<Page<DocumentDelivery>> found = queries.page(DocumentDelivery.class, Filters.of("documentId", id), page);
        return unit.read(session -> known.apply(session).replaceWithVoid())
                .chain(() -> found)
                .map(sent -> sent.map(DocumentDeliveryView::of));
    }

    /** What becomes of its deliveries stands on it. */
    private static Uni<IssuedDocument> locked(Tx tx, Function<Mutiny.Session, Uni<IssuedDocument>> find) {
        return find.apply(tx.session()).chain(document -> tx.load(IssuedDocument.class, document.id()));
    }
}
