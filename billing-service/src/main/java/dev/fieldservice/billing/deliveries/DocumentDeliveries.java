package dev.fieldservice.billing.deliveries;

import dev.fieldservice.billing.documents.DocumentsConfig;
import dev.fieldservice.billing.documents.IssuedDocument;
import dev.fieldservice.billing.documents.WhenMade;
import dev.fieldservice.billing.errands.BillingErrand;
import dev.fieldservice.platform.mail.MailAddress;
import dev.fieldservice.platform.mail.Mails;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Has documents sent. */
@ApplicationScoped
public class DocumentDeliveries implements WhenMade {

    private static final int MOST = 30;

    private final Mails mails;
    private final DocumentsConfig config;

    DocumentDeliveries(Mails mails, DocumentsConfig config) {
        this.mails = mails;
        this.config = config;
    }

    /** By itself, to the billing address, once it is made. Without one it stays in the list of what is not sent. */
    @Override
    public Uni<Void> made(Tx tx, IssuedDocument document) {
        return Optional.of(document)
                .filter(_ -> config.sendAtIssue())
                .flatMap(DocumentDeliveries::billingAddress)
                .map(to -> queue(tx, new DocumentDelivery(document, to, null, null, tx.by()))
                        .replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** Somebody wants it. */
    public Uni<DocumentDelivery> send(Tx tx, IssuedDocument document, SendDocument request) {
        document.requireMade();
        String to = Optional.ofNullable(request.to())
                .map(DocumentDeliveries::usable)
                .orElseGet(() -> billingAddress(document)
                        .orElseThrow(() -> Refusal.RuleViolated.at(
                                "/to", "no-billing-address", "The buyer has no usable e-mail address. Say where to.")));
        return requireRoom(tx, document)
                .chain(() -> queue(
                        tx,
                        new DocumentDelivery(
                                document,
                                to,
                                request.language(),
                                tx.by().caller().name(),
                                tx.by())));
    }

    /** Refused with 404 where it was not sent so, with 409 unless that has failed. */
    public Uni<DocumentDelivery> again(Tx tx, IssuedDocument document, UUID deliveryId) {
        return tx.find(DocumentDelivery.class, deliveryId)
                .invoke(found -> {
                    if (found == null || !found.documentId.equals(document.id())) {
                        throw new Refusal.NotFound("delivery").refused();
                    }
                })
                .invoke(delivery -> delivery.again(document, tx.by()))
                .chain(delivery -> mail(tx, delivery));
    }

    private static String usable(String address) {
        return MailAddress.firstUsable(address, null)
                .orElseThrow(() -> Refusal.RuleViolated.at(
                        "/to",
                        "unusable-address",
                        "To this address no mail can be sent: use letters without accents."));
    }

    private static Optional<String> billingAddress(IssuedDocument document) {
        return MailAddress.firstUsable(document.document().buyer().email(), null);
    }

    /** An invoice is not a way to send mails without end from the company's address. */
    private static Uni<Void> requireRoom(Tx tx, IssuedDocument document) {
        return tx.session()
                .createSelectionQuery("select count(*) from DocumentDelivery where documentId = :document", Long.class)
                .setParameter("document", document.id())
                .getSingleResult()
                .invoke(sent -> {
                    if (sent >= MOST) {
                        throw new Refusal.RuleViolated(
                                        "too-many-deliveries",
                                        "This document was sent %d times. Send the file yourself.".formatted(MOST))
                                .refused();
                    }
                })
                .replaceWithVoid();
    }

    private Uni<DocumentDelivery> queue(Tx tx, DocumentDelivery delivery) {
        return tx.add(delivery).chain(added -> mail(tx, added));
    }

    private Uni<DocumentDelivery> mail(Tx tx, DocumentDelivery delivery) {
        return mails.later(
                        tx,
                        BillingErrand.DOCUMENT_MAIL,
                        delivery.subject(),
                        new DocumentMail.Content(delivery.id(), delivery.documentId))
                .replaceWith(delivery);
    }
}
