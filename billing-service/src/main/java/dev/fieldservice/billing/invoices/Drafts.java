package dev.fieldservice.billing.invoices;

import dev.fieldservice.billing.pricing.Prices;
import dev.fieldservice.platform.aggregates.By;
import java.util.Optional;

/** The factory of drafts: of a job, of what came to it, and of what was credited. */
final class Drafts {

    private Drafts() {}

    /** @param preceding null for the first of its job */
    static Invoice of(Bill bill, InvoiceCause cause, Preceding preceding, Prices prices, By by) {
        Invoice invoice = new Invoice(cause, preceding, by);
        invoice.orderId = bill.orderId();
        invoice.orderNumber = bill.orderNumber();
        invoice.ticketId = bill.ticketId();
        invoice.ticketNumber = bill.ticketNumber();
        invoice.buyer = bill.buyer();
        invoice.performedOn = bill.performedOn();
        invoice.siteCountry = bill.siteCountry();
        invoice.notes = bill.notes();
        invoice.calledOff = bill.calledOff();
        invoice.work = bill.work();
        invoice.coverage = bill.coverage();
        return invoice.drafted(null, prices, by);
    }

    /** To the same buyer, for the same job, of whose work it charges nothing by itself. */
    static Invoice like(Invoice other, InvoiceCause cause, Preceding preceding, By by) {
        Invoice invoice = new Invoice(cause, preceding, by);
        invoice.orderId = other.orderId;
        invoice.orderNumber = other.orderNumber;
        invoice.ticketId = other.ticketId;
        invoice.ticketNumber = other.ticketNumber;
        invoice.buyer = other.buyer;
        invoice.performedOn = other.performedOn;
        invoice.siteCountry = other.siteCountry;
        invoice.calledOff = other.calledOff;
        invoice.work = Optional.ofNullable(other.work).map(Work::nowhere).orElse(null);
        invoice.coverage = other.coverage;
        return invoice;
    }

    /** Bills again what was credited of an invoice. */
    static Invoice again(Invoice billed, BilledAgain what, Prices prices, By by) {
        Invoice invoice = like(billed, what.cause(), what.preceding(), by);
        invoice.sumsAsBilled = what.sums();
        for (CreditedLine taken : what.lines()) {
            InvoiceLine line =
                    new InvoiceLine(invoice, invoice.lines.size() + 1, DraftLines.find(billed, taken.lineId()));
            line.againOf = taken.id();
            if (what.sums() == null) {
                line.quantity = taken.returned();
            } else {
                asItWas(line, taken);
            }
            invoice.lines.add(line);
        }
        return invoice.drafted(what.reason(), prices, by);
    }

    private static void asItWas(InvoiceLine line, CreditedLine taken) {
        line.asBilled = true;
        line.description = taken.description();
        line.text = taken.text();
        line.quantity = taken.quantity();
        line.unit = taken.unit();
        line.unitPrice = taken.unitPrice();
        line.priceBase = taken.priceBase();
        line.net = taken.net();
        line.taxCategory = taken.taxCategory();
        line.taxPercent = taken.taxPercent();
        line.exemptionReason = taken.exemptionReason();
        if (!taken.isReturned()) {
            line.kind = LineKind.OTHER;
            line.sourceId = null;
            line.partId = null;
            line.beganAt = null;
            line.provenance = null;
            // A sum, which no list has a price for: it stays what it was, whatever is done with the line later.
            line.givenPrice = taken.unitPrice();
        }
    }
}
