package dev.fieldservice.inventory.returns;

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
 * A return on paper: what it says is written once, when it is sent, and so is the PDF of it. It has the id of the return, which is
 * locked before it.
 */
@Entity
public class SupplierReturnPaper extends Aggregate {

    String number;

    @Enumerated(EnumType.STRING)
    PaperLanguage language;

    @JdbcTypeCode(SqlTypes.JSON)
    OrderPaper paper;

    /** Of the PDF; null until it is printed. */
    String sha256;

    Long size;

    protected SupplierReturnPaper() {}

    SupplierReturnPaper(UUID returnId, OrderPaper paper, PaperLanguage language) {
        this.id = returnId;
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
    SupplierReturnPaper requirePrinted() {
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
        return "supplier-return-paper";
    }

    @Override
    public UUID correlationId() {
        return null;
    }
}
