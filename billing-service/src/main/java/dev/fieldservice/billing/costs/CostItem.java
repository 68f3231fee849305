package dev.fieldservice.billing.costs;

import dev.fieldservice.billing.billables.WorkDone;
import dev.fieldservice.billing.invoices.LineKind;
import dev.fieldservice.platform.aggregates.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** A usage, the part of a time entry that lies on one day, or what was driven on a journey, for which the database works out the cost ({@link CostsOfDay}). */
@Entity
class CostItem {

    @Id
    UUID id;

    UUID orderId;

    @Enumerated(EnumType.STRING)
    LineKind kind;

    UUID sourceId;
    UUID partId;
    UUID technicianId;
    String technicianName;
    LocalDate performedOn;
    BigDecimal quantity;

    /** The cost is for so many of the quantity: 60 minutes, one piece, one kilometre. */
    BigDecimal costBase;

    String currency;

    protected CostItem() {}

    static CostItem of(CostedJob job, WorkDone.Item done) {
        CostItem item = new CostItem();
        item.id = Ids.next();
        item.orderId = job.orderId;
        item.kind = done.kind();
        item.sourceId = done.sourceId();
        item.partId = done.partId();
        item.technicianId = done.technicianId();
        item.technicianName = done.technicianName();
        item.performedOn = done.on();
        item.quantity = done.quantity();
        item.costBase = done.costBase();
        item.currency = job.currency;
        return item;
    }
}
