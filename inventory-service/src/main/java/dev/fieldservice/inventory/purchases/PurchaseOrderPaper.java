package dev.fieldservice.inventory.purchases;

import dev.fieldservice.inventory.papers.OrderPaper;
import dev.fieldservice.inventory.papers.PaperLanguage;
import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.files.StoredFile;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * An order on paper: what it says is written once, when it is placed, and so is the PDF of it. It has the id of the order, which is
 * locked before it.
 */
@Entity
public class PurchaseOrderPaper extends Aggregate {

    String number;

    @Enumerated(EnumType.STRING)
    PaperLanguage language;

    @JdbcTypeCode(SqlTypes.JSON)
    OrderPaper paper;

    /** Of the PDF; null until it is printed. */
    String sha256;

    Long size;

    protected PurchaseOrderPaper() {}

    PurchaseOrderPaper(UUID orderId, OrderPaper paper, PaperLanguage language) {
        this.id = orderId;
        this.number = paper.number();
        this.paper = paper;
        this.language = language;
    }

    boolean isPrinted() {
        return sha256 != null;
    }

    void printed(StoredFile pdf, By by) {
        sha256 = pdf.sha256();
        size = pdf.size();
        note("PRINT", by, by.at(), fileName());
    }

    /** Refused with 409 until it is. */
    PurchaseOrderPaper requirePrinted() {
        if (!isPrinted()) {
            throw new Refusal.Conflict("document-not-made", "It is being printed. Ask again in a moment.").refused();
        }
        return this;
    }

    /** Under which it is saved. */
    String fileName() {
        return number + ".pdf";
    }

    @Override
    public String kind() {
        return "purchase-order-paper";
    }

    @Override
    public UUID correlationId() {
        return null;
    }
}
