package dev.fieldservice.billing.einvoices;

import dev.fieldservice.billing.documents.IssuedDocument;
import dev.fieldservice.billing.documents.RuleSet;
import dev.fieldservice.billing.einvoices.EInvoiceLifecycle.Command;
import dev.fieldservice.billing.einvoices.EInvoiceLifecycle.State;
import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;

/** A document as the tax authority gets it. It has the id of the document. */
@Entity
public class EInvoice extends Aggregate {

    @Enumerated(EnumType.STRING)
    State state;

    String number;
    UUID ticketId;

    /** By which its store finds the XML. */
    String xmlSha256;

    /** Given by the authority; null until it is. */
    String uploadIndex;

    /** The words of the authority; null unless it was refused. */
    String refusal;

    Instant readyAt;
    Instant changedStateAt;

    protected EInvoice() {}

    EInvoice(IssuedDocument document, By by) {
        id = document.id();
        ticketId = document.correlationId();
        number = document.number();
        xmlSha256 = document.xml().sha256();
        readyAt = by.at();
        changedStateAt = by.at();
        state = switch (RuleSet.of(document.document())) {
            case CIUS_RO -> State.READY;
            case EN_16931 -> State.NOT_REQUIRED;
        };
        note(state.name(), by, by.at(), number);
    }

    void upload(By by) {
        go(Command.UPLOAD, by, null);
    }

    void indexed(String index, By by) {
        go(Command.INDEX, by, index);
        uploadIndex = index;
    }

    void validated(By by) {
        go(Command.VALIDATE, by, uploadIndex);
    }

    void refused(String why, By by) {
        go(Command.REFUSE, by, why);
        refusal = why;
    }

    void lost(By by) {
        go(Command.LOSE, by, null);
    }

    void released(By by) {
        go(Command.RELEASE, by, null);
    }

    private void go(Command command, By by, String detail) {
        state = move(EInvoiceLifecycle.TABLE, state, command, by, by.at(), detail);
        changedStateAt = by.at();
    }

    @Override
    public String kind() {
        return "e-invoice";
    }

    @Override
    public UUID correlationId() {
        return ticketId;
    }
}
