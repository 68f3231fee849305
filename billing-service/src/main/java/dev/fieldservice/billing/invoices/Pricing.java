package dev.fieldservice.billing.invoices;

import dev.fieldservice.billing.pricing.Coverage;
import dev.fieldservice.billing.pricing.Deal;
import dev.fieldservice.billing.pricing.PriceBook;
import dev.fieldservice.billing.pricing.Prices;
import dev.fieldservice.billing.pricing.Sale;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What the lines of an invoice are made and priced by.
 *
 * @param coverage what was decided of what the customer does not pay
 * @param zone of the site; null for invoices of before it was kept, whose lines fall into no band
 */
record Pricing(Prices prices, Sale sale, Deal deal, ZoneId zone, Coverage coverage) {

    static Pricing of(Invoice invoice, Prices prices) {
        ZoneId zone = invoice.work == null ? null : invoice.work.zone();
        return new Pricing(prices, sale(invoice), deal(invoice, invoice.work), zone, invoice.coverage());
    }

    /** What has to be looked up. */
    static PriceBook.Wanted wanted(Invoice invoice) {
        return wanted(invoice, invoice.work);
    }

    /** The same where the invoice gets other work. @param work null if it was not kept */
    static PriceBook.Wanted wanted(Invoice invoice, Work work) {
        Stream<UUID> parts =
                work == null ? Stream.empty() : work.used().stream().map(Work.Used::partId);
        Stream<LocalDate> days = work == null ? Stream.empty() : work.days();
        return PriceBook.Wanted.of(
                deal(invoice, work),
                Stream.concat(parts, invoice.lines.stream().map(line -> line.partId))
                        .filter(Objects::nonNull),
                Stream.of(
                                Stream.of(invoice.performedOn),
                                days,
                                invoice.lines.stream().map(line -> line.performedOn))
                        .flatMap(each -> each));
    }

    private static Deal deal(Invoice invoice, Work work) {
        return work == null
                ? new Deal(invoice.buyer.id(), null, null, null, null, invoice.performedOn)
                : work.deal(invoice.buyer.id());
    }

    /** What is issued was sold by whom it says, wherever the company is now. */
    private static Sale sale(Invoice invoice) {
        String sellerCountry =
                invoice.seller == null ? null : invoice.seller.address().countryCode();
        return new Sale(invoice.buyer.id(), invoice.buyer.taxId(), sellerCountry, invoice.siteCountry);
    }

    /** Whether there are just the lines that there would be, and none would cost or be taxed otherwise. */
    boolean changesNothing(Invoice invoice) {
        return (invoice.work == null || shapes(invoice).fit())
                && invoice.lines.stream().allMatch(line -> line.isPricedBy(this));
    }

    /** Makes the lines of a draft that its work charges by the rules, and prices all. */
    void price(Invoice invoice) {
        if (invoice.work != null) {
            shapes(invoice).make(invoice);
        }
        invoice.lines.forEach(line -> {
            line.say(invoice.language);
            line.price(this);
        });
    }

    private LineShapes shapes(Invoice invoice) {
        return new LineShapes(invoice.lines, invoice.work, Charges.of(invoice.work, prices.priceRules(), deal));
    }

    /** By the site's clock; null where it is not known. */
    LocalTime time(Instant at) {
        return at == null || zone == null ? null : at.atZone(zone).toLocalTime();
    }
}
